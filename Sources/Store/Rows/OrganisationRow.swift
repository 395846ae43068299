package import Registry
import Schema

/// An organisation as the registry keeps it.
package struct OrganisationRow: Sendable, Equatable {
    package var id: OrganisationID
    package var name: String
    package var country: String
    package var sector: String?
    package var parent: OrganisationID?
    package var timezone: String?
    package var contact: String?
    package var externalID: String?
    package var closedOn: CivilDate?
    package var version: Int

    package init(
        id: OrganisationID = OrganisationID(0), name: String, country: String,
        sector: String? = nil, parent: OrganisationID? = nil, timezone: String? = nil,
        contact: String? = nil, externalID: String? = nil
    ) {
        self.id = id
        self.name = name
        self.country = country
        self.sector = sector
        self.parent = parent
        self.timezone = timezone
        self.contact = contact
        self.externalID = externalID
        closedOn = nil
        version = 1
    }
}

extension Snapshot {
    /// Those of the organisations that exist, by number.
    package func organisations(_ ids: [OrganisationID]) async throws -> [OrganisationRow] {
        try await rows(SQL.organisationRows, ids.map(\.number)).map { row in
            var columns = Columns(row)
            let id: OrganisationID = try columns.id()
            var organisation = OrganisationRow(
                id: id, name: try columns.value(), country: try columns.value(),
                sector: try columns.value(), parent: try columns.optionalID(),
                timezone: try columns.value(), contact: try columns.value(),
                externalID: try columns.value())
            organisation.closedOn = try columns.optionalDate()
            organisation.version = try columns.value()
            return organisation
        }
    }

    /// The organisation and those that it is part of, however far up.
    package func ancestors(of organisation: OrganisationID) async throws -> [OrganisationID] {
        try await ids(SQL.organisationAncestors, organisation.number)
    }

    /// Organisations after `page.after` that match all that is given.
    package func organisations(
        country: String?, sector: String?, parent: OrganisationID?, page: Page
    ) async throws -> [OrganisationRow] {
        let found: [OrganisationID] = try await ids(
            SQL.organisationList, page.after, country, sector, parent?.number, page.limit,
            sight.kind, sight.number, sight.day.postgres)
        return try await organisations(found)
    }

    /// Organisations whose name, contact or external id holds `text`, without regard to case.
    package func organisations(holding text: String, page: Page) async throws -> [OrganisationRow] {
        let found: [OrganisationID] = try await ids(
            SQL.organisationFind, page.after, LikePattern(holding: text).text, page.limit,
            sight.kind, sight.number, sight.day.postgres)
        return try await organisations(found)
    }
}
