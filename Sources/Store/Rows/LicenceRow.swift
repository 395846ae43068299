package import Registry
import Schema

/// A licence as the registry keeps it: what the rules ask, and what only people do.
package struct LicenceRow: Sendable, Equatable {
    package var licence: Licence
    package var renewalOf: LicenceID?
    package var externalID: String?
    package var version: Int

    package init(
        licence: Licence, renewalOf: LicenceID? = nil, externalID: String? = nil, version: Int = 1
    ) {
        self.licence = licence
        self.renewalOf = renewalOf
        self.externalID = externalID
        self.version = version
    }
}

extension Snapshot {
    /// Those of the licences that exist, by number.
    package func licences(_ ids: [LicenceID]) async throws -> [LicenceRow] {
        try await rows(SQL.licenceRows, ids.map(\.number)).map { row in
            var columns = Columns(row)
            return try columns.licence()
        }
    }

    /// Licences after `page.after`: held by or covering an organisation, for a programme, of a
    /// type, with a term that holds a day.
    package func licences(
        organisation: OrganisationID?, programme: ProgrammeCode?, type: LicenceType?,
        on date: CivilDate?, page: Page
    ) async throws -> [LicenceRow] {
        let found: [LicenceID] = try await ids(
            SQL.licenceList, page.after, organisation?.number, programme?.text, type?.rawValue,
            date.postgres, page.limit)
        return try await licences(found)
    }
}

extension Columns {
    fileprivate mutating func licence() throws -> LicenceRow {
        let id: LicenceID = try id()
        let holder: OrganisationID = try self.id()
        let type: LicenceType = try word()
        let isAny = try value(Bool.self)
        let programmes = try codes()
        let language = try value(String?.self)
        let term = try span()
        let workshops = try value(Int?.self)
        let trainings = try value(Int?.self)
        let renewalOf: LicenceID? = try optionalID()
        let revokedOn = try optionalDate()
        let externalID = try value(String?.self)
        let version = try value(Int.self)
        let suspensions = try spans()
        let covered: [OrganisationID] = try ids()
        let coverage = zip(covered, try spans()).map { Coverage(organisation: $0, span: $1) }
        let reports = try value([Int32].self).map { CivilDate(dayNumber: $0) }
        let licence = Licence(
            id: id, holder: holder, type: type, scope: isAny ? .any : .programmes(Set(programmes)),
            language: language, term: term, suspensions: suspensions, revokedOn: revokedOn,
            coverage: coverage, reportsFiled: Set(reports), workshopsPerYear: workshops,
            trainingsPerYear: trainings)
        return LicenceRow(
            licence: licence, renewalOf: renewalOf, externalID: externalID, version: version)
    }
}
