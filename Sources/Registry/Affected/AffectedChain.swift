/// What a change does, and what would break in turn if all that it breaks did not count.
///
/// The facts of each round are loaded by whoever drives it: it says which, and is told them. The
/// rounds end when one breaks nothing new, for no course is judged twice, or at a limit.
package struct AffectedChain: Sendable {
    package private(set) var direct: [Affected]
    /// Courses that would break in turn, and then the standing and the permissions that would go
    /// with all of them.
    package var inTurn: [Affected] { courses + others }
    private var courses: [Affected] = []
    private var others: [Affected] = []
    /// All courses that are affected.
    private var gone: [CourseID: KeptCourse] = [:]
    /// Those that the latest round found.
    private var latest: Set<CourseID> = []

    package init(before: KeptFacts, after: KeptFacts) {
        direct = before.affected(in: after)
        for id in direct.compactMap(\.course) { add(after.courses[id]) }
    }

    /// The facts that the next round asks for; nil where the last one found nothing new.
    package var next: Touched? {
        guard !latest.isEmpty else { return nil }
        let people = gone.values.reduce(into: Set<PersonID>()) { $0.formUnion($1.actors) }
        return Touched(people: people, from: gone.values.map(\.countsFrom).min() ?? .first)
    }

    /// One round: what breaks in `now` if the affected courses had not been.
    package mutating func step(_ now: KeptFacts) {
        let found = now.affected(in: now.without(Set(gone.keys)))
        let fresh = found.filter { isNew($0) }
        courses += fresh.map { Affected($0.what, through: cause(of: $0.what, at: now)) }
        others = found.filter { $0.course == nil }
            .map { Affected($0.what, through: cause(of: $0.what, at: now)) }
        latest = []
        for id in fresh.compactMap(\.course) { add(now.courses[id]) }
    }

    /// Whether it is a course that no round before found.
    private func isNew(_ affected: Affected) -> Bool {
        guard let course = affected.course else { return false }
        return gone[course] == nil
    }

    private mutating func add(_ course: KeptCourse?) {
        guard let course, gone[course.id] == nil else { return }
        gone[course.id] = course
        latest.insert(course.id)
    }

    /// The affected courses that the person, or the people, concerned have their standing from.
    private func cause(of what: Affected.What, at facts: KeptFacts) -> [CourseID] {
        switch what {
        case .course(let id, let reason):
            let people = reason.person.map { [$0] } ?? facts.courses[id]?.people ?? []
            let late = gone.values.filter {
                latest.contains($0.id) && !$0.actors.isDisjoint(with: people)
            }
            return late.map(\.id).sorted()
        case .standing(let standing):
            return sources(of: [standing.person], in: standing.programme)
        case .verdict(let verdict):
            let people = Set((facts.places[verdict.place] ?? []).map(\.person))
            return sources(of: people, in: verdict.place.programme)
        }
    }

    private func sources(of people: Set<PersonID>, in programme: ProgrammeCode) -> [CourseID] {
        gone.values.filter {
            $0.programme == programme && !$0.actors.isDisjoint(with: people)
        }.map(\.id).sorted()
    }
}
