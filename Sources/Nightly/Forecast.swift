package import Registry
package import Store

/// What changes state on which day if nothing is done, and which organisations thereby may no
/// longer offer or train, or may again.
///
/// All of it is of one moment's facts. It is told as it is found, day by day, so that it holds a
/// page of rows at most, whatever the registry's size.
package struct Forecast: Sendable {
    private let store: Store
    private let filter: TurnFilter
    private let limits: NightlyLimits

    /// The most days that are looked ahead: ten years and some.
    package static let mostDays = 3_660

    package init(
        store: Store, filter: TurnFilter = TurnFilter(), limits: NightlyLimits = NightlyLimits()
    ) {
        self.store = store
        self.filter = filter
        self.limits = limits
    }

    /// Tells what turns after `first` and up to `last`, by day, and within a day in the order of
    /// `Turn.What`. Gives how much that was.
    package func tell(
        after first: CivilDate, through last: CivilDate,
        to listener: @Sendable @escaping (Turn) async throws -> Void
    ) async throws -> Int {
        // Not tried again when the connection is lost: what was told cannot be taken back.
        try await store.readOnce { snapshot in
            let reader = try await TurnReader(
                snapshot, after: first, through: last, filter: filter)
            var (day, told) = (first, 0)
            while let turns = try await reader.next() {
                for turn in turns {
                    while day < turn.on {
                        told += try await tellVerdicts(on: &day, after: first, snapshot, listener)
                    }
                    try await listener(turn)
                    told += 1
                }
            }
            while true {
                let date = day
                told += try await tellVerdicts(on: &day, after: first, snapshot, listener)
                // Where the calendar ends, no day follows.
                if date >= last { return told }
            }
        }
    }

    /// Tells which verdicts turn on `day`, unless it is the day before the forecast begins, and
    /// goes on to the next.
    private func tellVerdicts(
        on day: inout CivilDate, after first: CivilDate, _ snapshot: Snapshot,
        _ listener: @Sendable (Turn) async throws -> Void
    ) async throws -> Int {
        let date = day
        day = day.next
        guard date > first else { return 0 }
        try Task.checkCancellation()
        var told = 0
        try await CandidateBatches(limits: limits).judge { last, limit in
            try await snapshot.verdictCandidates(
                from: date.previous, to: date, after: last, limit: limit)
        } by: { pairs in
            let changes = try await snapshot.verdictChanges(
                of: pairs.filter(filter.admits), from: date.previous, to: date)
            for change in changes {
                guard let turn = Turn(change, on: date) else { continue }
                try await listener(turn)
                told += 1
            }
        }
        return told
    }
}
