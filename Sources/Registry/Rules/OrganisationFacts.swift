/// What the rules need to know of an organisation.
package struct OrganisationFacts: Hashable, Sendable {
    package var id: OrganisationID
    /// The first day on which it is closed.
    package var closedOn: CivilDate?
    /// Its own licences and every umbrella licence that ever named it.
    package var licences: [Licence]

    package init(id: OrganisationID, closedOn: CivilDate? = nil, licences: [Licence] = []) {
        self.id = id
        self.closedOn = closedOn
        self.licences = licences
    }

    package func isClosed(on date: CivilDate) -> Bool { closedOn.map { $0 <= date } ?? false }
}

/// A person affiliated with an organisation on a day, as the organisation's rules see them.
package struct Affiliate: Hashable, Sendable {
    package var person: PersonID
    package var professions: Set<String>
    /// Whether the person lives with the condition of the programme asked about.
    package var isPeer: Bool
    /// The standing as leader of the programme on the day asked about.
    package var leader: StandingState
    /// The standing as master trainer of the programme on the day asked about.
    package var masterTrainer: StandingState

    package init(
        person: PersonID, professions: Set<String> = [], isPeer: Bool = false,
        leader: StandingState = .untrained, masterTrainer: StandingState = .untrained
    ) {
        self.person = person
        self.professions = professions
        self.isPeer = isPeer
        self.leader = leader
        self.masterTrainer = masterTrainer
    }
}
