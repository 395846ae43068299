import Postgres
import Registry
import Schema

extension WriteTransaction {
    func amend(_ organisation: OrganisationRow) async throws -> Thing {
        try await run([
            Query(
                SQL.organisationAmend, organisation.id.number, organisation.name,
                organisation.country, organisation.sector, organisation.parent?.number,
                organisation.timezone, organisation.contact, organisation.externalID)
        ])
        return .organisation(organisation.id)
    }

    func close(_ id: OrganisationID, on date: CivilDate?) async throws -> Thing {
        try await run([Query(SQL.organisationClose, id.number, date.postgres)])
        return .organisation(id)
    }

    func amend(_ person: PersonRow) async throws -> Thing {
        try await run([
            Query(
                SQL.personAmend, person.id.number, person.name, person.email, person.externalID,
                person.professions),
            Query(SQL.personPeerSet, person.id.number, person.peerFor.map(\.text)),
        ])
        return .person(person.id)
    }

    func leave(
        _ person: PersonID, _ affiliation: Int64, _ until: CivilDate
    ) async throws -> Thing {
        try await run([
            Query(SQL.affiliationEnd, affiliation, until.postgres),
            Query(SQL.personTouch, person.number),
        ])
        return .person(person)
    }

    /// The id of what an INSERT … RETURNING made.
    func made<ID: RegistryID>(
        _ statement: SQL.Named, _ parameters: (any PostgresEncodable)?...
    ) async throws -> ID {
        let result = try await transaction.query(Query(statement, list: parameters))
        guard let row = result.first else { throw StoreError.unreadable("new number") }
        return ID(try row.decode(0, as: Int64.self))
    }
}
