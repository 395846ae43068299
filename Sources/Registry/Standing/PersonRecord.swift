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

    /// The standing in `role` of `programme` on `date`; with an organisation, the standing by which
    /// the person counts for it: baseline and overlay both.
    package func standing(
        in programme: Programme, as role: Role, on date: CivilDate,
        for organisation: OrganisationID? = nil
    ) -> Standing {
        var standing = history(in: programme.code, as: role)
            .standing(on: date, under: programme.retention(for: organisation), role: role)
        let asked = programme.experience.filter {
            $0.organisation == organisation && $0.role == role
        }
        standing.lacks = asked.governing(on: date).filter { !$0.isMet(by: self, before: date) }
        return standing
    }

    /// The facts that decide the standing in `role` of a programme, those of the other programmes
    /// among them: a rule may reach across.
    package func history(in programme: ProgrammeCode, as role: Role) -> CertificationHistory {
        guard var history = programmes[programme]?.history(as: role) else {
            return CertificationHistory()
        }
        for (code, record) in programmes where code != programme {
            history.elsewhere += record.activities
            history.trainedElsewhere += record.trainedSpans
        }
        return history
    }
}
