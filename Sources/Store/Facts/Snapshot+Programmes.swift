import Postgres
package import Registry
import Schema

extension Snapshot {
    /// Every programme with its modes, formats, prerequisites and retention rules, by code; one
    /// round trip.
    package func programmes() async throws -> Catalogue {
        if let known = rules?.catalogue { return known }
        let results = try await transaction.pipeline([
            Query(SQL.programmesLoad), Query(SQL.programmeModesLoad),
            Query(SQL.trainingFormatsLoad), Query(SQL.prerequisitesLoad),
            Query(SQL.retentionRulesLoad), Query(SQL.experienceRulesLoad),
        ])
        var catalogue = Catalogue()
        for row in results[0].rows { try catalogue.add(programme: row) }
        for row in results[1].rows { try catalogue.add(mode: row) }
        for row in results[2].rows { try catalogue.add(format: row) }
        for row in results[3].rows {
            let (code, prerequisite) = try Columns.prerequisite(row)
            catalogue.add(prerequisite, of: code)
        }
        for row in results[4].rows { catalogue.add(try Columns.retentionRule(row)) }
        for row in results[5].rows { catalogue.add(try Columns.experienceRule(row)) }
        rules?.keep(catalogue)
        return catalogue
    }

    /// The numbers and severities of policy, all dates; one round trip.
    package func policy() async throws -> Policy {
        if let known = rules?.policy { return known }
        let results = try await transaction.pipeline([
            Query(SQL.policyNumbersLoad), Query(SQL.severitiesLoad),
        ])
        let policy = Policy(
            numbers: try results[0].rows.compactMap(Columns.policyNumber),
            severities: try results[1].rows.compactMap(Columns.severityRow))
        rules?.keep(policy)
        return policy
    }
}
