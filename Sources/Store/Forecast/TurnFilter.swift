package import Registry

/// Which turns are asked for; nil means any.
package struct TurnFilter: Hashable, Sendable {
    /// What it is, holds, is covered by, hosts, and who belongs to it on the day.
    package var organisation: OrganisationID?
    package var programme: ProgrammeCode?

    package init(organisation: OrganisationID? = nil, programme: ProgrammeCode? = nil) {
        self.organisation = organisation
        self.programme = programme
    }

    /// Whether the verdict of a pair is asked for.
    package func admits(_ pair: VerdictPair) -> Bool {
        (organisation == nil || organisation == pair.organisation)
            && (programme == nil || programme == pair.programme)
    }
}
