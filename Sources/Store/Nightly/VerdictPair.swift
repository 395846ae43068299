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

extension VerdictPair {
    /// The pair without its place in the order.
    struct Key: Hashable {
        let organisation: OrganisationID
        let programme: ProgrammeCode
    }

    var key: Key { Key(organisation: organisation, programme: programme) }
}

/// A verdict as a run left it, without its reasons.
struct KnownVerdict: Equatable {
    var mayOffer: Bool
    var mayTrain: Bool
}

extension KnownVerdict {
    init(_ verdict: OrganisationVerdict) {
        self.init(mayOffer: verdict.offer.isAllowed, mayTrain: verdict.train.isAllowed)
    }
}

/// What came of judging some pairs on a day.
struct JudgedPairs {
    /// What differs from what was told before.
    var changes: [Finding] = []
    /// The verdicts of the day, for a later run to compare with.
    var verdicts: [(pair: VerdictPair, verdict: KnownVerdict)] = []
}
