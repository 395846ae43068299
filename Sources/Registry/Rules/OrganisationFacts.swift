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

/// A person affiliated with an organisation on a day, as the organisation's rules see them: its
/// own stricter ones too, where it has any.
package struct Affiliate: Hashable, Sendable {
    package var person: PersonID
    package var professions: Set<String>
    /// Whether the person lives with the condition of the programme asked about.
    package var isPeer: Bool
    /// The standing as leader of the programme on the day asked about.
    package var leader: StandingState
    /// The standing as master trainer of the programme on the day asked about.
    package var masterTrainer: StandingState
    /// The roles in which the person lacks the experience that the organisation asks for.
    package var lacksExperience: Set<Role> = []

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

    /// Whether the person counts for the organisation in the role.
    package func isAuthorised(as role: Role) -> Bool {
        let state = role == .leader ? leader : masterTrainer
        return state.isAuthorised && !lacksExperience.contains(role)
    }

    /// Judges both roles anew, by the rules of `organisation` too.
    package mutating func judge(
        _ record: PersonRecord, in programme: Programme, on date: CivilDate,
        for organisation: OrganisationID
    ) {
        let standings = Role.allCases.map {
            ($0, record.standing(in: programme, as: $0, on: date, for: organisation))
        }
        for (role, standing) in standings {
            if role == .leader { leader = standing.state } else { masterTrainer = standing.state }
            if !standing.lacks.isEmpty { lacksExperience.insert(role) }
        }
    }
}
