import Postgres
package import Registry
import Schema

/// A coverage of an organisation by a licence, with its number.
package struct CoverageRow: Sendable, Equatable {
    package var id: Int64
    package var licence: LicenceID
    package var coverage: Coverage
}

/// What no command lists by itself, page by page, for exports.
extension Snapshot {
    /// Affiliations after `page.after`, by number.
    package func affiliations(page: Page) async throws -> [AffiliationRow] {
        try await rows(SQL.affiliationList, page.after, page.limit).map { row in
            var columns = Columns(row)
            return AffiliationRow(
                id: try columns.value(), person: try columns.id(),
                organisation: try columns.id(), span: try columns.span())
        }
    }

    /// Coverages after `page.after`, by number.
    package func coverage(page: Page) async throws -> [CoverageRow] {
        try await rows(SQL.coverageList, page.after, page.limit).map { row in
            var columns = Columns(row)
            let id = try columns.value(Int64.self)
            let licence: LicenceID = try columns.id()
            let coverage = Coverage(organisation: try columns.id(), span: try columns.span())
            return CoverageRow(id: id, licence: licence, coverage: coverage)
        }
    }

    /// Awards after one of them, by person, programme, role and day: an order that the numbers of
    /// certifications, which another registry gives anew, have no part in.
    package func awards(after last: Award?, limit: Int) async throws -> [Award] {
        let day = last?.trainedOn ?? .first
        return try await rows(
            SQL.awardList, last?.person.number ?? 0, last?.programme.text ?? "",
            last?.role.rawValue ?? "", day.postgres, limit
        ).map { row in
            var columns = Columns(row)
            return Award(
                person: try columns.id(), programme: try columns.code(),
                role: try columns.word(), trainedOn: try columns.date(),
                evidence: try columns.value())
        }
    }
}
