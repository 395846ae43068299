import Postgres
package import Registry
import Schema

/// A coverage of an organisation by a licence, with its number.
package struct CoverageRow: Sendable, Equatable {
    package var id: Int64
    package var licence: LicenceID
    package var coverage: Coverage
}

/// The days of a suspension of a certification, or those from its revocation on.
package struct CertificationMark: Sendable, Equatable {
    package var person: PersonID
    package var programme: ProgrammeCode
    package var role: Role
    package var days: DateSpan

    fileprivate init(_ row: Row) throws {
        var columns = Columns(row)
        person = try columns.id()
        programme = try columns.code()
        role = try columns.word()
        days = try columns.span()
    }
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
            var award = Award(
                person: try columns.id(), programme: try columns.code(),
                role: try columns.word(), trainedOn: try columns.date(),
                evidence: try columns.value())
            award.isVoid = try columns.value()
            return award
        }
    }

    /// Organisations after one at a depth, each with its depth below those that are part of none:
    /// whole before part.
    package func organisationTree(
        after last: OrganisationID, at depth: Int, limit: Int
    ) async throws -> (rows: [OrganisationRow], depth: Int) {
        let found = try await rows(SQL.organisationTree, depth, last.number, limit)
        let ids = try found.map { OrganisationID(try $0.decode(0, as: Int64.self)) }
        let byID = Dictionary(
            try await organisations(ids).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let reached = try found.last?.decode(1, as: Int.self) ?? depth
        return (ids.compactMap { byID[$0] }, reached)
    }

    /// Suspensions of certifications after one of them, in the order of awards.
    package func suspensions(
        after last: CertificationMark?, limit: Int
    ) async throws -> [CertificationMark] {
        let day = last?.days.from ?? .first
        return try await rows(
            SQL.suspensionList, last?.person.number ?? 0, last?.programme.text ?? "",
            last?.role.rawValue ?? "", day.postgres, limit
        ).map(CertificationMark.init)
    }

    /// Revocations of certifications after one of them, in the order of awards.
    package func revocations(
        after last: CertificationMark?, limit: Int
    ) async throws -> [CertificationMark] {
        try await rows(
            SQL.revocationList, last?.person.number ?? 0, last?.programme.text ?? "",
            last?.role.rawValue ?? "", limit
        ).map(CertificationMark.init)
    }
}
