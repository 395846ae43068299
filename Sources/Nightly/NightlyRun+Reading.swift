package import Registry
package import Store

/// What a run of a business date would announce.
package struct RunPreview: Sendable, Equatable {
    package var on: CivilDate
    /// The date was run already; then there are no items.
    package var isAlready: Bool
    package var items: [Finding]

    package init(on: CivilDate, isAlready: Bool, items: [Finding]) {
        self.on = on
        self.isAlready = isAlready
        self.items = items
    }
}

extension NightlyRun {
    /// What the run of `date` announced, in order: the rules as the contract lists them, then the
    /// things by number. At most `limit`, those after `item`.
    package func items(
        on date: CivilDate, after item: Finding? = nil, limit: Int
    ) async throws -> [Finding] {
        try await store.read { snapshot in
            try await snapshot.announced(on: date, after: item, limit: limit)
        }
    }

    /// The latest runs, those before `date` where one is given.
    package func history(before date: CivilDate? = nil, limit: Int) async throws -> [RunRow] {
        try await store.read { try await $0.runs(before: date, limit: limit) }
    }

    /// Exactly what `run(on:)` would announce for `date`, every missing date before it having been
    /// run first. Reads one moment, writes nothing, and neither waits for a run nor holds one up.
    package func preview(on date: CivilDate) async throws -> RunPreview {
        try await store.read(patience: .long) { snapshot in
            let around = try await snapshot.runs(around: date)
            if around.isFinished { return RunPreview(on: date, isAlready: true, items: []) }
            // What a run that was interrupted has announced already belongs to it.
            var items = Set(try await announced(on: date, in: snapshot))
            for family in FindingFamily.allCases {
                items.formUnion(
                    try await snapshot.findings(of: family, on: date, first: around.first))
            }
            let recorded = Set(items.map(VerdictKey.init))
            for change in try await verdictChanges(around, in: snapshot)
            where !recorded.contains(VerdictKey(change)) {
                items.insert(change)
            }
            return RunPreview(on: date, isAlready: false, items: items.sorted())
        }
    }

    private func announced(on date: CivilDate, in snapshot: Snapshot) async throws -> [Finding] {
        var all: [Finding] = []
        while true {
            let page = try await snapshot.announced(
                on: date, after: all.last, limit: limits.noticesInBatch)
            all += page
            if page.count < limits.noticesInBatch { return all }
        }
    }

    private func verdictChanges(
        _ around: RunsAround, in snapshot: Snapshot
    ) async throws -> [Finding] {
        guard let earlier = around.compared else { return [] }
        var changes: [Finding] = []
        var last: VerdictPair?
        while true {
            let pairs = try await snapshot.verdictCandidates(
                from: earlier, to: around.date, after: last, limit: limits.pairsInBatch)
            changes += try await snapshot.verdictChanges(
                of: pairs, from: earlier, to: around.date,
                againstKnown: around.isLatest && around.first == around.date)
            if pairs.count < limits.pairsInBatch { return changes }
            last = pairs.last
        }
    }
}

/// By what a changed verdict is recorded once a date, whatever its reasons are by now.
private struct VerdictKey: Hashable {
    let rule: NoticeRule
    let about: Thing
    let programme: ProgrammeCode?

    init(_ finding: Finding) {
        rule = finding.rule
        about = finding.about
        programme = finding.programme
    }
}
