import Postgres
package import Registry
import Schema

extension WriteTransaction {
    /// The advisory lock's key: "policy" in ASCII.
    static let policyKey: Int64 = 0x706F_6C69_6379

    /// Keeps every row of policy for a change: one at a time, none while standing is being derived.
    package func lockPolicy() async throws {
        try await run([Query(SQL.policyLock, Self.policyKey)])
    }

    /// Derives anew the standing that a change of policy touches, for everyone whom it concerns;
    /// every other change has done so for the people it named. Gives what changes on `today`.
    package func recomputeStanding(
        after change: Change, on today: CivilDate
    ) async throws -> [StandingShift] {
        let row: PolicyRow
        switch change {
        case .addPolicy(let added): row = added
        case .endPolicy(let ended, _): row = ended
        default: return []
        }
        // What an organisation asks beyond the baseline is not derived but judged when asked for.
        guard case .retention(let rule) = row, rule.organisation == nil else { return [] }
        let programmes = try await snapshot.programmes().programmes.filter {
            rule.programme == nil || rule.programme == $0.code
        }
        return try await recomputeEverybody(in: programmes, on: today)
            .filter { $0.role == rule.role }
    }

    func add(_ row: PolicyRow) async throws -> Thing {
        let from = row.effective.from.postgres
        let until = row.effective.until.postgres
        let id: PolicyID
        switch row {
        case .number(let number):
            id = try await made(
                SQL.policyNumberAdd, number.name.rawValue,
                number.values.map { Int32(clamping: $0) },
                from, until, row.source)
        case .severity(let severity):
            id = try await made(
                SQL.severityAdd, severity.code.rawValue, severity.severity.rawValue, from, until,
                row.source)
        case .retention(let rule):
            id = try await made(
                SQL.retentionRuleAdd, rule.programme?.text, rule.organisation?.number,
                rule.role.rawValue, rule.name, rule.firstMonths, rule.laterMonths,
                rule.countsFirst.texts, rule.countsLater.texts, rule.countsIn.rawValue,
                rule.trainedIn?.rawValue, from, until, row.source)
        case .experience(let rule):
            id = try await made(
                SQL.experienceRuleAdd, rule.organisation.number, rule.programme.text,
                rule.role.rawValue, rule.name, rule.needs.map(\.text), rule.counts.texts, from,
                until, row.source)
        case .prerequisite(let code, let prerequisite):
            id = try await made(
                SQL.prerequisiteAdd, code.text, prerequisite.alternatives.map(\.text),
                prerequisite.mustBeCurrent, from, until, row.source)
        }
        return .policy(id)
    }

    func end(_ id: PolicyID, on last: CivilDate) async throws -> Thing {
        try await run([Query(SQL.policyEnd, id.number, last.postgres)])
        return .policy(id)
    }
}

extension Set<CountedActivity> {
    fileprivate var texts: [String] { map(\.text).sorted() }
}
