package import Registry
import Schema

/// A person as the registry keeps them. Personal data: it goes into replies, never into logs.
package struct PersonRow: Sendable, Equatable {
    package var id: PersonID
    package var name: String
    package var email: String?
    package var externalID: String?
    package var professions: [String]
    /// The programmes whose condition the person lives with: health data.
    package var peerFor: [ProgrammeCode]
    package var version: Int
    /// Set where nothing is left of the person but the number: the name then is empty.
    package var erasedOn: CivilDate?
    /// Who the person turned out to be.
    package var mergedInto: PersonID?
    /// Those who turned out to be this person.
    package var merged: [PersonID] = []

    package init(
        id: PersonID = PersonID(0), name: String, email: String? = nil, externalID: String? = nil,
        professions: [String] = [], peerFor: [ProgrammeCode] = [], version: Int = 1
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.externalID = externalID
        self.professions = professions
        self.peerFor = peerFor
        self.version = version
    }
}

/// The days for which a person belongs to an organisation.
package struct AffiliationRow: Sendable, Equatable {
    package var id: Int64
    package var person: PersonID
    package var organisation: OrganisationID
    package var span: DateSpan
}

extension Snapshot {
    /// Those of the people who exist, by number.
    package func people(_ ids: [PersonID]) async throws -> [PersonRow] {
        try await rows(SQL.personRows, ids.map(\.number)).map { row in
            var columns = Columns(row)
            var person = PersonRow(
                id: try columns.id(), name: try columns.value(), email: try columns.value(),
                externalID: try columns.value(), professions: try columns.value(),
                peerFor: try peers(&columns), version: try columns.value())
            person.erasedOn = try columns.optionalDate()
            person.mergedInto = try columns.optionalID()
            person.merged = try columns.ids()
            return person
        }
    }

    /// What stands in the column of conditions, as far as the reader may know it.
    private func peers(_ columns: inout Columns) throws -> [ProgrammeCode] {
        let codes = try columns.codes()
        return sight.showsPeers ? codes : []
    }

    /// People after `page.after`; those of an organisation on `date`, of a profession.
    package func people(
        organisation: OrganisationID?, on date: CivilDate, profession: String?, page: Page
    ) async throws -> [PersonRow] {
        let found: [PersonID] = try await ids(
            SQL.personList, page.after, organisation?.number, date.postgres, profession,
            page.limit, sight.kind, sight.number, sight.day.postgres)
        return try await people(found)
    }

    /// People whose name, e-mail or external id holds `text`, without regard to case and
    /// accents.
    package func people(holding text: String, page: Page) async throws -> [PersonRow] {
        let found: [PersonID] = try await ids(
            SQL.personFind, page.after, LikePattern(holding: text).text, page.limit, sight.kind,
            sight.number, sight.day.postgres)
        return try await people(found)
    }

    /// The affiliations of these people, by person and first day; who sees one organisation only
    /// learns of no other.
    package func affiliations(of people: [PersonID]) async throws -> [AffiliationRow] {
        let rows = try await rows(SQL.affiliationRows, people.map(\.number)).map { row in
            var columns = Columns(row)
            return AffiliationRow(
                id: try columns.value(), person: try columns.id(),
                organisation: try columns.id(), span: try columns.span())
        }
        guard case .organisation(let own) = sight.scope else { return rows }
        return rows.filter { $0.organisation == own }
    }
}
