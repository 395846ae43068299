import Postgres
package import Registry
import Schema

extension Snapshot {
    /// Every programme with its modes, formats, prerequisites and retention rules, by code; one
    /// round trip.
    package func programmes() async throws -> Catalogue {
        let results = try await transaction.pipeline([
            Query(SQL.programmesLoad), Query(SQL.programmeModesLoad),
            Query(SQL.trainingFormatsLoad), Query(SQL.prerequisitesLoad),
            Query(SQL.retentionRulesLoad),
        ])
        var catalogue = Catalogue()
        for row in results[0].rows { try catalogue.add(programme: row) }
        for row in results[1].rows { try catalogue.add(mode: row) }
        for row in results[2].rows { try catalogue.add(format: row) }
        for row in results[3].rows { try catalogue.add(prerequisite: row) }
        for row in results[4].rows { try catalogue.add(retention: row) }
        return catalogue
    }

    /// The numbers and severities of policy, all dates; one round trip.
    package func policy() async throws -> Policy {
        let results = try await transaction.pipeline([
            Query(SQL.policyNumbersLoad), Query(SQL.severitiesLoad),
        ])
        let numbers = try results[0].rows.compactMap { row -> PolicyNumber? in
            var columns = Columns(row)
            // A number that this version does not know is another version's business.
            guard let name: PolicyNumber.Name = try columns.optionalWord() else { return nil }
            let values = try columns.value([Int32].self).map(Int.init)
            return PolicyNumber(name: name, values: values, effective: try columns.span())
        }
        let severities = try results[1].rows.compactMap { row -> SeverityRow? in
            var columns = Columns(row)
            guard let code: RuleCode = try columns.optionalWord() else { return nil }
            let severity: Severity = try columns.word()
            return SeverityRow(code: code, severity: severity, effective: try columns.span())
        }
        return Policy(numbers: numbers, severities: severities)
    }
}
