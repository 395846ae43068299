/// What a correction concerns: whose standing and which permissions may differ by it, and from
/// which day on. It says where to look, not what will be found.
package struct Touched: Hashable, Sendable {
    /// Whose standing may differ, and with it what they gave, led or attended since.
    package var people: Set<PersonID> = []
    /// Whose trainings and workshops may have been held without permission.
    package var hosts: Set<OrganisationID> = []
    /// The licence under which trainings and workshops were held.
    package var licence: LicenceID?
    /// Which may offer or train otherwise than before, hosts and those of the people aside.
    package var organisations: Set<OrganisationID> = []
    /// No fact differs before this day.
    package var from: CivilDate

    package init(from: CivilDate) {
        self.from = from
    }

    /// Facts about what these people may do.
    package init(people: Set<PersonID>, from: CivilDate) {
        self.people = people
        self.from = from
    }

    /// A licence that serves its holder and others otherwise than before.
    package init(licence: Licence, from: CivilDate) {
        self.licence = licence.id
        organisations = Set(licence.coverage.map(\.organisation)).union([licence.holder])
        self.from = from
    }
}
