package import Registry

/// What a decision changes: the only way in which facts are written.
///
/// Whoever decides has judged the change; applying it asks nothing more, except what the database
/// guarantees by itself.
package enum Change: Sendable, Equatable {
    case defineProgramme(Programme)
    /// Everything but its code, prerequisites and rules of standing.
    case amendProgramme(Programme)
    /// Puts a row of policy beside those there are.
    case addPolicy(PolicyRow)
    /// Gives a row of policy its last day.
    case endPolicy(PolicyRow, on: CivilDate)
    case addOrganisation(OrganisationRow)
    case amendOrganisation(OrganisationRow)
    /// Without a day the closure is taken back.
    case closeOrganisation(OrganisationID, on: CivilDate?)
    case addPerson(PersonRow)
    case amendPerson(PersonRow)
    case join(PersonID, OrganisationID, DateSpan)
    /// Ends an affiliation, by its number, on a last day.
    case leave(PersonID, affiliation: Int64, until: CivilDate)
    /// Takes away for ever what tells who these people are.
    case erase([PersonID], on: CivilDate)
    /// Makes one person of two.
    case merge(PersonID, into: PersonID)
    case unmerge(PersonID, from: PersonID)
    case grantLicence(LicenceRow)
    /// Everything but the holder and the type is put in the place of what was.
    case amendLicence(LicenceRow)
    /// Files a report, or corrects the one filed for the same licence year.
    case fileReport(LicenceID, FiledReport)
    case suspendLicence(LicenceID, DateSpan)
    /// Ends a suspension on the day before `from`; one that then holds no day is taken away.
    case reinstateLicence(LicenceID, DateSpan, from: CivilDate)
    /// Without a day the revocation is taken back.
    case revokeLicence(LicenceID, on: CivilDate?)
    case coverOrganisation(LicenceID, Coverage)
    case uncoverOrganisation(LicenceID, Coverage, until: CivilDate)
    /// A training that was given, or one that is scheduled, as its state says.
    case recordTraining(TrainingRow)
    /// A scheduled training, as it was given.
    case completeTraining(TrainingRow)
    /// Takes back what the training gave; its row stays.
    case voidTraining(TrainingRow)
    /// A workshop that was held, or one that is scheduled, as its state says.
    case recordWorkshop(WorkshopRow)
    /// A scheduled workshop, as it was held.
    case completeWorkshop(WorkshopRow)
    case voidWorkshop(WorkshopRow)
    case award(Award)
    case suspendCertification(CertificationPlace, DateSpan)
    case reinstateCertification(CertificationPlace, DateSpan, from: CivilDate)
    /// Without a day the revocation is taken back.
    case revokeCertification(CertificationPlace, on: CivilDate?)
    /// Takes an award back, by the day of its training.
    case voidAward(CertificationPlace, trainedOn: CivilDate)
    /// By an account; the owner is who sees to it.
    case acknowledgeNotice(NoticeID, by: String, owner: String)
    /// The day is the last on which it rests.
    case snoozeNotice(NoticeID, until: CivilDate, owner: String)
    /// Adds a person who belongs to the organisation from a day on.
    case addMember(PersonRow, OrganisationID, DateSpan)
    case addAccount(AccountRow)
    case amendAccount(AccountRow)
    case setPassword(AccountID, verifier: String)
    case addToken(TokenRow, hash: [UInt8])
    case revokeToken(TokenID)
}

extension Change {
    /// What else is changed besides the thing that is named: each gets an event of its own.
    package var others: [Thing] {
        switch self {
        case .erase(let people, _): people.dropFirst().map(Thing.person)
        case .merge(_, let other), .unmerge(_, let other): [.person(other)]
        default: []
        }
    }
}

/// A certification and where it stands.
package struct CertificationPlace: Sendable, Equatable {
    package var id: CertificationID
    package var person: PersonID
    package var programme: ProgrammeCode

    package init(id: CertificationID, person: PersonID, programme: ProgrammeCode) {
        self.id = id
        self.person = person
        self.programme = programme
    }
}

/// A training given elsewhere, recognised with evidence.
package struct Award: Sendable, Equatable {
    package var person: PersonID
    package var programme: ProgrammeCode
    package var role: Role
    package var trainedOn: CivilDate
    package var evidence: String
    /// Whether it was taken back.
    package var isVoid = false

    package init(
        person: PersonID, programme: ProgrammeCode, role: Role, trainedOn: CivilDate,
        evidence: String
    ) {
        self.person = person
        self.programme = programme
        self.role = role
        self.trainedOn = trainedOn
        self.evidence = evidence
    }
}
