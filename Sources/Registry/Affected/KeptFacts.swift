/// The facts of one moment by which what the registry keeps is judged anew: what a change touches,
/// before it and after it.
package struct KeptFacts: Sendable {
    /// The day on which standing and permission are compared: today.
    package var date: CivilDate
    package var courses: [CourseID: KeptCourse] = [:]
    /// Whether there were more courses, or places, than the limit of whoever loaded them.
    package var isCut = false
    /// Everyone who is touched or has a part in a course, in all programmes.
    package var people: [PersonID: PersonRecord] = [:]
    package var organisations: [OrganisationID: OrganisationFacts] = [:]
    /// The places to be compared, each with who belongs to the organisation on the day.
    package var places: [VerdictPlace: [Affiliate]] = [:]
    package var programmes: [ProgrammeCode: Programme]
    package var policy: Policy

    package init(on date: CivilDate, programmes: [ProgrammeCode: Programme], policy: Policy) {
        self.date = date
        self.programmes = programmes
        self.policy = policy
    }

    /// The same moment as if these courses had not been: nobody has anything of them.
    package func without(_ gone: Set<CourseID>) -> KeptFacts {
        var rest = self
        for course in gone { rest.courses[course] = nil }
        for (id, record) in people {
            let bare = record.leavingOut(gone)
            guard bare != record else { continue }
            rest.people[id] = bare
            for place in places.keys { rest.restate(bare, at: place) }
        }
        return rest
    }

    /// Gives a person who belongs to a place the standing that the record amounts to.
    private mutating func restate(_ record: PersonRecord, at place: VerdictPlace) {
        guard let programme = programmes[place.programme],
            let index = places[place]?.firstIndex(where: { $0.person == record.id })
        else { return }
        places[place]?[index].judge(
            record, in: programme, on: date, for: place.organisation)
    }
}

/// Where a verdict is asked for: an organisation and a programme.
package struct VerdictPlace: Hashable, Comparable, Sendable {
    package var organisation: OrganisationID
    package var programme: ProgrammeCode

    package init(organisation: OrganisationID, programme: ProgrammeCode) {
        self.organisation = organisation
        self.programme = programme
    }

    package static func < (left: VerdictPlace, right: VerdictPlace) -> Bool {
        (left.organisation, left.programme) < (right.organisation, right.programme)
    }
}
