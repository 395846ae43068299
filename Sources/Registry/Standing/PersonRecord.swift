/// What the rules need to know of a person: no name, no address.
package struct PersonRecord: Hashable, Sendable {
    package var id: PersonID
    /// The programmes for which the person lives with the condition.
    package var peerFor: Set<ProgrammeCode>
    package var professions: Set<String>
    package var programmes: [ProgrammeCode: ProgrammeRecord]

    package init(
        id: PersonID, peerFor: Set<ProgrammeCode> = [], professions: Set<String> = [],
        programmes: [ProgrammeCode: ProgrammeRecord] = [:]
    ) {
        self.id = id
        self.peerFor = peerFor
        self.professions = professions
        self.programmes = programmes
    }

    /// The standing in `role` of `programme` on `date`.
    package func standing(
        in programme: Programme, as role: Role, on date: CivilDate
    ) -> Standing {
        guard let record = programmes[programme.code] else { return Standing(state: .untrained) }
        return record.history(as: role).standing(on: date, under: programme.retention, role: role)
    }
}
