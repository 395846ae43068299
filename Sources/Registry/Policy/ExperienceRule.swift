/// What a person must have done elsewhere before counting for an organisation in a role: a
/// workshop of CDSMP before leading CPSMP (Missouri).
///
/// Always an organisation's own: what everyone must have passed before is a prerequisite.
package struct ExperienceRule: Hashable, Sendable, PolicyEntry {
    package var id: PolicyID
    package var organisation: OrganisationID
    package var name: String
    package var programme: ProgrammeCode
    package var role: Role
    /// Programmes in one of which the activity must lie.
    package var needs: [ProgrammeCode]
    package var counts: Set<CountedActivity>
    package var effective: DateSpan
    package var source: String

    package init(
        id: PolicyID = PolicyID(0), organisation: OrganisationID, name: String,
        programme: ProgrammeCode, role: Role, needs: [ProgrammeCode],
        counts: Set<CountedActivity>, effective: DateSpan, source: String
    ) {
        self.id = id
        self.organisation = organisation
        self.name = name
        self.programme = programme
        self.role = role
        self.needs = needs
        self.counts = counts
        self.effective = effective
        self.source = source
    }

    package func supersedes(_ other: Self) -> Bool {
        (organisation, name, programme) == (other.organisation, other.name, other.programme)
            && role == other.role && isLater(than: other)
    }

    /// Whether the person did what it asks for before `date`; the same day is not enough.
    func isMet(by person: PersonRecord, before date: CivilDate) -> Bool {
        needs.contains { code in
            person.programmes[code]?.activities.contains {
                $0.date < date && $0.counts(among: counts)
            } ?? false
        }
    }
}
