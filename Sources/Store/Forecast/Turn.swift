package import Registry

/// Something that is one thing on one day and another on the next, if nothing is done.
package struct Turn: Hashable, Sendable {
    /// The first day on which it is the other thing.
    package var on: CivilDate
    package var what: What
    /// The licence, the person (with programme and role where it is a certification), the
    /// organisation, the training or the workshop.
    package var about: Thing
    /// On affiliations, coverage, trainings and workshops the one that they are with or held by.
    package var organisation: OrganisationID?
    package var programme: ProgrammeCode?
    package var role: Role?
    /// On reports the first day of the licence year.
    package var year: CivilDate?
    package var was: String
    package var becomes: String
    /// The last day that ended with it, or of a certification that goes on its `current-until`.
    package var until: CivilDate?
    /// Why an organisation may not, or might not before.
    package var reasons: [RuleCode] = []

    package init(on: CivilDate, what: What, about: Thing, was: String, becomes: String) {
        self.on = on
        self.what = what
        self.about = about
        self.was = was
        self.becomes = becomes
    }

    /// What turns, in the order of one day.
    package enum What: String, Hashable, CaseIterable, Sendable {
        case licence, report, coverage, certification, affiliation, organisation, training
        case workshop, offer, train
    }
}

extension Turn {
    /// A verdict of an organisation that turns on `date`.
    package init?(_ change: Finding, on date: CivilDate) {
        let (what, isGain): (What, Bool)
        switch change.rule {
        case .offerLost: (what, isGain) = (.offer, false)
        case .offerGained: (what, isGain) = (.offer, true)
        case .trainLost: (what, isGain) = (.train, false)
        case .trainGained: (what, isGain) = (.train, true)
        default: return nil
        }
        self.init(
            on: date, what: what, about: change.about, was: isGain ? "no" : "yes",
            becomes: isGain ? "yes" : "no")
        programme = change.programme
        reasons = change.reasons
    }
}
