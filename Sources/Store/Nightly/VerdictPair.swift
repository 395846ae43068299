package import Registry

/// An organisation and a programme whose verdict may have changed.
package struct VerdictPair: Hashable, Sendable {
    package var organisation: OrganisationID
    package var programme: ProgrammeCode
    /// The programme's number, by which pairs are ordered.
    package var programmeNumber: Int

    package init(
        organisation: OrganisationID, programme: ProgrammeCode, programmeNumber: Int
    ) {
        self.organisation = organisation
        self.programme = programme
        self.programmeNumber = programmeNumber
    }

    /// The codes that can decide whether an organisation may offer or train.
    static let codes: [RuleCode] = [
        .organisationClosed, .noLicence, .tooFewLeaders, .noPeerLeader, .professionMissing,
        .reportOverdue, .tooFewMasterTrainers,
    ]
}
