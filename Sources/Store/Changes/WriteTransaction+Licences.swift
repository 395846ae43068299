import Postgres
import Registry
import Schema

extension WriteTransaction {
    func grant(_ row: LicenceRow) async throws -> Thing {
        let licence = row.licence
        let id: LicenceID = try await made(
            SQL.licenceAdd, licence.id.given, licence.holder.number, licence.type.rawValue,
            licence.scope == .any,
            licence.language, licence.term.from.postgres, licence.term.until.postgres,
            licence.workshopsPerYear, licence.trainingsPerYear, row.renewalOf?.number,
            row.externalID, licence.revokedOn.postgres)
        try await pass([licence.id.number], of: "licence")
        let coverage = licence.coverage.map {
            Query(
                SQL.licenceCover, id.number, $0.organisation.number, $0.span.from.postgres,
                $0.span.until.postgres)
        }
        let suspensions = licence.suspensions.map {
            Query(SQL.licenceSuspend, id.number, $0.from.postgres, $0.until.postgres)
        }
        let reports = row.reports.map { Self.filing($0, id) }
        try await run(
            [Query(SQL.licenceProgrammesAdd, id.number, licence.scope.codes)] + coverage
                + suspensions + reports)
        return .licence(id)
    }

    /// The programmes go first and come last, so that on the way the licence claims nothing that
    /// it neither had nor will have.
    func amend(_ row: LicenceRow) async throws -> Thing {
        let licence = row.licence
        return try await touching(
            licence.id, Query(SQL.licenceProgrammesClear, licence.id.number),
            Query(
                SQL.licenceAmend, licence.id.number, licence.scope == .any, licence.language,
                licence.term.from.postgres, licence.term.until.postgres,
                licence.workshopsPerYear, licence.trainingsPerYear, row.externalID),
            Query(SQL.licenceProgrammesAdd, licence.id.number, licence.scope.codes))
    }

    func file(_ report: FiledReport, _ id: LicenceID) async throws -> Thing {
        try await touching(id, Self.filing(report, id))
    }

    private static func filing(_ report: FiledReport, _ id: LicenceID) -> Query {
        Query(
            SQL.licenceReportFile, id.number, report.year.postgres, report.workshops,
            report.participants, report.trainings, report.filedOn.postgres)
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

    func revoke(_ id: LicenceID, on date: CivilDate?) async throws -> Thing {
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

extension LicenceScope {
    /// The programmes that are named, in order; none where it is any.
    fileprivate var codes: [String] {
        guard case .programmes(let codes) = self else { return [] }
        return codes.sorted().map(\.text)
    }
}
