package import Registry

/// What makes one person of two.
package struct PersonMerge: Sendable, Equatable {
    /// Who turned out to be somebody else.
    package var person: PersonID
    package var into: PersonID
    /// Where the person belonged, with the days of both.
    package var affiliations: [Belonging]
    /// The certifications that both have.
    package var folds: [CertificationFold]

    package init(
        person: PersonID, into: PersonID, affiliations: [Belonging], folds: [CertificationFold]
    ) {
        self.person = person
        self.into = into
        self.affiliations = affiliations
        self.folds = folds
    }
}

/// Days of belonging to an organisation.
package struct Belonging: Sendable, Hashable {
    package var organisation: OrganisationID
    package var span: DateSpan

    package init(organisation: OrganisationID, span: DateSpan) {
        self.organisation = organisation
        self.span = span
    }
}

/// A certification that goes up in another of the same programme and role.
package struct CertificationFold: Sendable, Equatable {
    package var certification: CertificationID
    package var into: CertificationID
    /// What holds of both.
    package var suspensions: [DateSpan]
    package var revokedOn: CivilDate?
}

/// A certification with the marks on it.
package struct HeldCertification: Sendable, Equatable {
    package var id: CertificationID
    package var person: PersonID
    package var programme: ProgrammeCode
    package var role: Role
    package var marks: CertificationMarks

    /// Both in one: suspended while either is, revoked since the first was.
    package func folded(into other: HeldCertification) -> CertificationFold {
        CertificationFold(
            certification: id, into: other.id,
            suspensions: (marks.suspensions + other.marks.suspensions).united(),
            revokedOn: [marks.revokedOn, other.marks.revokedOn].compactMap { $0 }.min())
    }
}
