package import Registry
package import Store

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

    /// Tells exactly what `run(on:)` would announce for `date`, every missing date before it having
    /// been run first, in the order in which `items` lists it. Reads one moment, writes nothing,
    /// and neither waits for a run nor holds one up. Holds a page of what it tells, and of
    /// verdicts those that change.
    package func preview(
        on date: CivilDate, tell: @Sendable @escaping (Finding) async throws -> Void
    ) async throws -> RunOutcome {
        // Not tried again when the connection is lost: what was told cannot be taken back.
        try await store.readOnce { snapshot in
            let around = try await snapshot.runs(around: date)
            if around.isFinished { return RunOutcome(on: date, items: 0, isAlready: true) }
            var outcome = RunOutcome(on: date, items: 0, isAlready: false)
            for family in FindingFamily.allCases {
                let reader = try await FindingReader(
                    snapshot, of: family, on: date, first: around.first)
                while let page = try await reader.next() {
                    for finding in page { try await tell(finding) }
                    outcome.items += page.count
                }
                guard family == .verdicts else { continue }
                for finding in try await verdicts(around, in: snapshot) {
                    try await tell(finding)
                    outcome.items += 1
                }
            }
            return outcome
        }
    }

    /// What a run that was interrupted has announced already belongs to it.
    private func verdicts(
        _ around: RunsAround, in snapshot: Snapshot
    ) async throws -> [Finding] {
        var items = try await announcedVerdicts(on: around.date, in: snapshot)
        guard let earlier = around.compared else { return items }
        let recorded = Set(items.map(VerdictKey.init))
        try await CandidateBatches(limits: limits).judge { last, limit in
            try await snapshot.verdictCandidates(
                from: earlier, to: around.date, after: last, limit: limit)
        } by: { pairs in
            items += try await snapshot.verdictChanges(
                of: Array(pairs), from: earlier, to: around.date,
                againstKnown: around.isLatest && around.first == around.date
            ).filter { !recorded.contains(VerdictKey($0)) }
        }
        return items.sorted()
    }

    private func announcedVerdicts(
        on date: CivilDate, in snapshot: Snapshot
    ) async throws -> [Finding] {
        var verdicts: [Finding] = []
        var last: Finding?
        repeat {
            let page = try await snapshot.announced(
                on: date, after: last, limit: limits.noticesInBatch)
            verdicts += page.filter { FindingFamily.verdicts.rules.contains($0.rule) }
            last = page.count < limits.noticesInBatch ? nil : page.last
        } while last != nil
        return verdicts
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
