import Postgres
package import Registry
import Schema

/// A certification with its standing on the day that was asked for.
package struct CertificationRow: Sendable, Equatable {
    package var id: CertificationID
    package var person: PersonID
    package var programme: ProgrammeCode
    package var role: Role
    package var revokedOn: CivilDate?
    package var version: Int
    package var state: StandingState
    package var anchor: CivilDate?
    package var currentUntil: CivilDate?
}

/// What a list of certifications is narrowed to; nil means any.
package struct CertificationFilter: Sendable, Equatable {
    package var person: PersonID?
    package var programme: ProgrammeCode?
    package var role: Role?
    /// Of people who belong to this organisation on the day asked for.
    package var organisation: OrganisationID?
    package var state: StandingState?

    package init() {}
}

extension Snapshot {
    /// Those of the certifications that exist, by number, with their standing on `date`.
    package func certifications(
        _ ids: [CertificationID], on date: CivilDate
    ) async throws -> [CertificationRow] {
        try await rows(SQL.certificationRows, ids.map(\.number), date.postgres).map { row in
            var columns = Columns(row)
            return CertificationRow(
                id: try columns.id(), person: try columns.id(), programme: try columns.code(),
                role: try columns.word(), revokedOn: try columns.optionalDate(),
                version: try columns.value(), state: try columns.word(),
                anchor: try columns.optionalDate(), currentUntil: try columns.optionalDate())
        }
    }

    /// Certifications after `page.after` that match the filter, with their standing on `date`.
    package func certifications(
        _ filter: CertificationFilter, on date: CivilDate, page: Page
    ) async throws -> [CertificationRow] {
        let found: [CertificationID] = try await ids(
            SQL.certificationList, page.after, filter.person?.number, filter.programme?.text,
            filter.role?.rawValue, filter.organisation?.number, filter.state?.rawValue,
            date.postgres, page.limit, sight.kind, sight.number, sight.day.postgres)
        return try await certifications(found, on: date)
    }

    /// The certification of a person in a role of a programme, if there is one.
    package func certification(
        of person: PersonID, in programme: ProgrammeCode, as role: Role
    ) async throws -> CertificationID? {
        try await ids(
            SQL.certificationOf, of: CertificationID.self, person.number, programme.text,
            role.rawValue
        ).first
    }

    /// Its suspensions, by first day.
    package func suspensions(of certification: CertificationID) async throws -> [DateSpan] {
        try await rows(SQL.certificationSuspensions, certification.number).map { row in
            var columns = Columns(row)
            return try columns.span()
        }
    }

    /// Whether a training of that day was recognised by this certification.
    package func isAwarded(
        _ certification: CertificationID?, trainedOn date: CivilDate
    ) async throws -> Bool {
        guard let certification else { return false }
        let found = try await rows(SQL.awardExists, certification.number, date.postgres)
        return try found.first?.decode(0, as: Bool.self) ?? false
    }
}

/// What is there of an award: the certification, and the evidence where it was awarded that day.
package struct KnownAward: Sendable, Equatable {
    package var certification: CertificationID
    package var evidence: String?
    /// Whether it was, and was taken back.
    package var isVoid: Bool
}

extension Snapshot {
    /// For each award, what is there of it already; nil where the person has no such
    /// certification. One statement, however many.
    package func awardsKnown(_ awards: [Award]) async throws -> [KnownAward?] {
        var found: [KnownAward?] = Array(repeating: nil, count: awards.count)
        let rows = try await rows(
            SQL.awardsKnown, awards.map(\.person.number), awards.map(\.programme.text),
            awards.map(\.role.rawValue), awards.map(\.trainedOn.dayNumber))
        for row in rows {
            var columns = Columns(row)
            let place = try columns.value(Int.self) - 1
            guard found.indices.contains(place) else { continue }
            found[place] = KnownAward(
                certification: try columns.id(), evidence: try columns.value(),
                isVoid: try columns.value())
        }
        return found
    }
}
