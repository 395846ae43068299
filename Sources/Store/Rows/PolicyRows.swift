import Postgres
package import Registry
import Schema

extension Snapshot {
    /// Every row of policy of every kind, with its version, by number; one round trip.
    package func policyRows() async throws -> [(row: PolicyRow, version: Int)] {
        let results = try await transaction.pipeline([
            Query(SQL.policyVersions), Query(SQL.policyNumbersLoad), Query(SQL.severitiesLoad),
            Query(SQL.retentionRulesLoad), Query(SQL.experienceRulesLoad),
            Query(SQL.prerequisitesLoad),
        ])
        var versions: [PolicyID: Int] = [:]
        for row in results[0].rows {
            var columns = Columns(row)
            let id: PolicyID = try columns.id()
            versions[id] = try columns.value()
        }
        var rows = try results[1].rows.compactMap(Columns.policyNumber).map(PolicyRow.number)
        rows += try results[2].rows.compactMap(Columns.severityRow).map(PolicyRow.severity)
        rows += try results[3].rows.map(Columns.retentionRule).map(PolicyRow.retention)
        rows += try results[4].rows.map(Columns.experienceRule).map(PolicyRow.experience)
        rows += try results[5].rows.map(Columns.prerequisite).map(PolicyRow.prerequisite)
        return rows.sorted { $0.id < $1.id }.map { ($0, versions[$0.id] ?? 1) }
    }
}

/// Rows of policy from the columns of their load statements.
extension Columns {
    /// Nil for a number that this version does not know: it is another version's business.
    static func policyNumber(_ row: Row) throws -> PolicyNumber? {
        var columns = Columns(row)
        let id: PolicyID = try columns.id()
        guard let name: PolicyNumber.Name = try columns.optionalWord() else { return nil }
        let values = try columns.value([Int32].self).map(Int.init)
        return PolicyNumber(
            id: id, name: name, values: values, effective: try columns.span(),
            source: try columns.value())
    }

    /// Nil for the severity of a rule that this version does not know.
    static func severityRow(_ row: Row) throws -> SeverityRow? {
        var columns = Columns(row)
        let id: PolicyID = try columns.id()
        guard let code: RuleCode = try columns.optionalWord() else { return nil }
        return SeverityRow(
            id: id, code: code, severity: try columns.word(), effective: try columns.span(),
            source: try columns.value())
    }

    static func retentionRule(_ row: Row) throws -> RetentionRule {
        var columns = Columns(row)
        let id: PolicyID = try columns.id()
        let programme = try columns.value(String?.self).flatMap { ProgrammeCode($0) }
        let organisation: OrganisationID? = try columns.optionalID()
        let role: Role = try columns.word()
        let name = try columns.value(String.self)
        let months = (try columns.value(Int.self), try columns.value(Int.self))
        let counts = (try columns.counted(), try columns.counted())
        let countsIn: RetentionRule.Reach = try columns.word()
        let trainedIn: RetentionRule.TrainedIn? = try columns.optionalWord()
        return RetentionRule(
            id: id, programme: programme, organisation: organisation, role: role, name: name,
            firstMonths: months.0, laterMonths: months.1, countsFirst: counts.0,
            countsLater: counts.1, countsIn: countsIn, trainedIn: trainedIn,
            effective: try columns.span(), source: try columns.value())
    }

    static func experienceRule(_ row: Row) throws -> ExperienceRule {
        var columns = Columns(row)
        let id: PolicyID = try columns.id()
        let organisation: OrganisationID = try columns.id()
        let programme = try columns.code()
        let role: Role = try columns.word()
        let name = try columns.value(String.self)
        let needs = try columns.codes()
        return ExperienceRule(
            id: id, organisation: organisation, name: name, programme: programme, role: role,
            needs: needs, counts: try columns.counted(), effective: try columns.span(),
            source: try columns.value())
    }

    static func prerequisite(_ row: Row) throws -> (ProgrammeCode, Prerequisite) {
        var columns = Columns(row)
        let id: PolicyID = try columns.id()
        let code = try columns.code()
        let alternatives = try columns.codes()
        return (
            code,
            Prerequisite(
                id: id, alternatives: alternatives, mustBeCurrent: try columns.value(),
                effective: try columns.span(), source: try columns.value())
        )
    }

    private mutating func counted() throws -> Set<CountedActivity> {
        Set(try value([String].self).compactMap { CountedActivity($0) })
    }
}
