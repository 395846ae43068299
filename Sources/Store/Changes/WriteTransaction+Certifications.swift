import Postgres
import Registry
import Schema

extension WriteTransaction {
    func suspend(_ place: CertificationPlace, _ span: DateSpan) async throws -> Thing {
        try await touching(
            place,
            Query(
                SQL.certificationSuspend, place.id.number, span.from.postgres,
                span.until.postgres))
    }

    func reinstate(
        _ place: CertificationPlace, _ suspension: DateSpan, from: CivilDate
    ) async throws -> Thing {
        if from <= suspension.from {
            return try await touching(
                place,
                Query(
                    SQL.certificationSuspensionRemove, place.id.number, suspension.from.postgres))
        }
        return try await touching(
            place,
            Query(
                SQL.certificationReinstate, place.id.number, suspension.from.postgres,
                from.previous.postgres))
    }

    func revoke(_ place: CertificationPlace, on date: CivilDate?) async throws -> Thing {
        try await touching(
            place, Query(SQL.certificationRevoke, place.id.number, date.postgres))
    }

    func void(_ place: CertificationPlace, trainedOn date: CivilDate) async throws -> Thing {
        try await touching(
            place, Query(SQL.awardVoid, place.id.number, date.postgres))
    }

    private func touching(_ place: CertificationPlace, _ queries: Query...) async throws -> Thing {
        try await run(queries + [Query(SQL.certificationTouch, place.id.number)])
        try await recomputeStanding(of: [place.person], in: place.programme)
        return .certification(place.id)
    }
}
