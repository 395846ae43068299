import Postgres
import Registry
import Schema

extension WriteTransaction {
    func grant(_ row: LicenceRow) async throws -> Thing {
        let licence = row.licence
        var programmes: [ProgrammeCode] = []
        if case .programmes(let named) = licence.scope { programmes = named.sorted() }
        let id: LicenceID = try await made(
            SQL.licenceAdd, licence.holder.number, licence.type.rawValue, licence.scope == .any,
            licence.language, licence.term.from.postgres, licence.term.until.postgres,
            licence.workshopsPerYear, licence.trainingsPerYear, row.renewalOf?.number,
            row.externalID)
        try await run([Query(SQL.licenceProgrammesAdd, id.number, programmes.map(\.text))])
        return .licence(id)
    }

    func suspend(_ id: LicenceID, _ span: DateSpan) async throws -> Thing {
        try await touching(
            id,
            Query(SQL.licenceSuspend, id.number, span.from.postgres, span.until.postgres))
    }

    func reinstate(
        _ id: LicenceID, _ suspension: DateSpan, from: CivilDate
    ) async throws -> Thing {
        if from <= suspension.from {
            return try await touching(
                id,
                Query(SQL.licenceSuspensionRemove, id.number, suspension.from.postgres))
        }
        return try await touching(
            id,
            Query(
                SQL.licenceReinstate, id.number, suspension.from.postgres,
                from.previous.postgres))
    }

    func revoke(_ id: LicenceID, on date: CivilDate) async throws -> Thing {
        try await touching(id, Query(SQL.licenceRevoke, id.number, date.postgres))
    }

    func cover(_ id: LicenceID, _ coverage: Coverage) async throws -> Thing {
        try await touching(
            id,
            Query(
                SQL.licenceCover, id.number, coverage.organisation.number,
                coverage.span.from.postgres, coverage.span.until.postgres))
    }

    func uncover(
        _ id: LicenceID, _ coverage: Coverage, until: CivilDate
    ) async throws -> Thing {
        try await touching(
            id,
            Query(
                SQL.licenceUncover, id.number, coverage.organisation.number,
                coverage.span.from.postgres, until.postgres))
    }

    private func touching(_ id: LicenceID, _ queries: Query...) async throws -> Thing {
        try await run(queries + [Query(SQL.licenceTouch, id.number)])
        return .licence(id)
    }
}
