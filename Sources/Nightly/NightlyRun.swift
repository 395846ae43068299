package import Logging
package import Registry
package import Store

/// The expiry run: for each business date it records once what ends, what is about to end, what
/// organisations lost or gained by it, and which reports are due.
///
/// A run goes in batches, each one transaction that checks the lease. Each batch looks for what is
/// not recorded yet, so that a run that was killed anywhere goes on where it stopped.
package struct NightlyRun: Sendable {
    let store: Store
    private let logger: Logger
    let limits: NightlyLimits
    private let holder: String
    private let telling: Telling
    private let afterBatch: @Sendable () async throws -> Void

    /// - Parameters:
    ///   - telling: who is to be told outside of what a run announces.
    ///   - holder: says in the database who runs, for whoever looks there.
    ///   - afterBatch: called when a batch is committed; what it throws ends the run there.
    package init(
        store: Store, logger: Logger, limits: NightlyLimits = NightlyLimits(),
        telling: Telling = Telling(), holder: String = "licentiad",
        afterBatch: @escaping @Sendable () async throws -> Void = {}
    ) {
        self.store = store
        self.logger = logger
        self.limits = limits
        self.telling = telling
        self.holder = holder
        self.afterBatch = afterBatch
    }

    /// Runs every date missing since the last finished one before `date`, in order, then `date`.
    /// A finished date is not run again.
    ///
    /// - Parameter tell: told of each date as soon as it is finished; what it throws ends the run
    ///   there, with what is finished kept.
    /// - Throws: `NightlyError.busy` where another runner is at it for longer than `patience`.
    @discardableResult
    package func run(
        on date: CivilDate, waitingAtMost patience: Duration = NightlyLimits.wait,
        tell: @Sendable @escaping (RunOutcome) async throws -> Void = { _ in }
    ) async throws -> [RunOutcome] {
        let around = try await store.read { try await $0.runs(around: date) }
        if !around.isFinished {
            let outcomes = try await store.withNightlyLease(
                holder: holder, waitingAtMost: patience
            ) { lease in
                try await runMissing(through: date, under: lease, tell)
            }
            if !outcomes.isEmpty { return outcomes }
        }
        let already = RunOutcome(on: date, items: 0, isAlready: true)
        try await tell(already)
        return [already]
    }

    /// None where another runner finished them while this one waited.
    private func runMissing(
        through date: CivilDate, under lease: NightlyLease,
        _ tell: @Sendable (RunOutcome) async throws -> Void
    ) async throws -> [RunOutcome] {
        let around = try await lease.runs(around: date)
        if around.isFinished { return [] }
        var outcomes: [RunOutcome] = []
        var (next, previous) = (around.first, around.previous)
        while true {
            try Task.checkCancellation()
            let items = try await runOne(
                next, comparedTo: previous, isLatest: around.isLatest, under: lease)
            let outcome = RunOutcome(on: next, items: items, isAlready: false)
            outcomes.append(outcome)
            try await tell(outcome)
            if next >= date { return outcomes }
            (next, previous) = (next.next, next)
        }
    }

    private func runOne(
        _ date: CivilDate, comparedTo previous: CivilDate?, isLatest: Bool,
        under lease: NightlyLease
    ) async throws -> Int {
        try await lease.begin(date)
        try await afterBatch()
        for family in FindingFamily.allCases {
            if family == .verdicts {
                try await recordVerdicts(
                    on: date, comparedTo: previous, isLatest: isLatest, under: lease)
            } else {
                try await batches { try await lease.record(family, on: date, limit: $0) }
            }
        }
        try await batches { try await lease.withdraw(on: date, limit: $0) }
        try await batches { try await lease.rearm(on: date, limit: $0) }
        let items = try await lease.finish(date, telling: telling)
        logger.info(
            "expiry run finished", metadata: ["on": "\(date)", "items": "\(items)"])
        try await afterBatch()
        return items
    }

    private func recordVerdicts(
        on date: CivilDate, comparedTo previous: CivilDate?, isLatest: Bool,
        under lease: NightlyLease
    ) async throws {
        try await CandidateBatches(limits: limits).judge { last, limit in
            try await lease.verdictCandidates(
                on: date, from: previous, after: last, limit: limit)
        } by: { pairs in
            try await lease.recordVerdicts(
                of: Array(pairs), on: date, from: previous, isLatest: isLatest)
            try await afterBatch()
        }
    }

    /// Does a batch until one is not full.
    private func batches(_ batch: (Int) async throws -> Int) async throws {
        var count: Int
        repeat {
            count = try await batch(limits.noticesInBatch)
            try await afterBatch()
        } while count >= limits.noticesInBatch
    }
}

/// What came of asking for one business date.
package struct RunOutcome: Sendable, Equatable {
    package var on: CivilDate
    /// How many notices the run announced; 0 for a date that had been run already.
    package var items: Int
    package var isAlready: Bool

    package init(on: CivilDate, items: Int, isAlready: Bool) {
        self.on = on
        self.items = items
        self.isAlready = isAlready
    }
}
