/// What a licence allows: one programme, several, or several for organisations that it covers.
package enum LicenceType: String, Hashable, CaseIterable, Sendable {
    case single, multiple, umbrella
}

/// The programmes that a licence names.
package enum LicenceScope: Hashable, Sendable {
    /// Every programme that accepts the licence's type, later ones included.
    case any
    case programmes(Set<ProgrammeCode>)

    package func covers(_ programme: ProgrammeCode) -> Bool {
        switch self {
        case .any: return true
        case .programmes(let codes): return codes.contains(programme)
        }
    }

    package func overlaps(_ other: LicenceScope) -> Bool {
        switch (self, other) {
        case (.any, _), (_, .any): return true
        case (.programmes(let left), .programmes(let right)): return !left.isDisjoint(with: right)
        }
    }
}

/// A permission to offer and teach programmes for a term.
package struct Licence: Hashable, Sendable {
    package var id: LicenceID
    package var holder: OrganisationID
    package var type: LicenceType
    package var scope: LicenceScope
    /// The language it is bound to, if any.
    package var language: String?
    package var term: DateSpan
    package var suspensions: [DateSpan]
    package var revokedOn: CivilDate?
    /// The organisations that an umbrella licence names, each with the days; one may stand twice.
    package var coverage: [Coverage]
    /// First days of the licence years for which an annual report was filed.
    package var reportsFiled: Set<CivilDate>
    package var workshopsPerYear: Int?
    package var trainingsPerYear: Int?

    package init(
        id: LicenceID, holder: OrganisationID, type: LicenceType, scope: LicenceScope,
        language: String? = nil, term: DateSpan, suspensions: [DateSpan] = [],
        revokedOn: CivilDate? = nil, coverage: [Coverage] = [],
        reportsFiled: Set<CivilDate> = [], workshopsPerYear: Int? = nil,
        trainingsPerYear: Int? = nil
    ) {
        self.id = id
        self.holder = holder
        self.type = type
        self.scope = scope
        self.language = language
        self.term = term
        self.suspensions = suspensions
        self.revokedOn = revokedOn
        self.coverage = coverage
        self.reportsFiled = reportsFiled
        self.workshopsPerYear = workshopsPerYear
        self.trainingsPerYear = trainingsPerYear
    }

    /// Whether it is revoked on or before `date`.
    package func isRevoked(on date: CivilDate) -> Bool { revokedOn.map { $0 <= date } ?? false }

    package func isSuspended(on date: CivilDate) -> Bool {
        suspensions.contains { $0.contains(date) }
    }
}

/// An organisation that an umbrella licence names, and for which days.
package struct Coverage: Hashable, Sendable {
    package var organisation: OrganisationID
    package var span: DateSpan

    package init(organisation: OrganisationID, span: DateSpan) {
        self.organisation = organisation
        self.span = span
    }
}
