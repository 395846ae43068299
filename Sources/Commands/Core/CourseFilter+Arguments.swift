import AdminProtocol
import Registry
import Store

/// What narrows a list of trainings or workshops, as a line says it.
struct CourseFilterArguments: Sendable {
    private let programme: ProgrammeCode?
    private let kind: String?
    private let organisation: Reference<OrganisationID>?
    private let person: Reference<PersonID>?
    private let from: CivilDate?
    private let until: CivilDate?
    private let state: CourseState?
    private let overdueOn: CivilDate?

    /// - Parameter kind: the argument for a training's kind or a workshop's mode.
    static func specs(kind: ArgumentSpec) -> [ArgumentSpec] {
        [
            ArgumentSpec("programme", .programme, "only those of it"),
            kind,
            ArgumentSpec("organisation", .id(.organisation), "only those held by it"),
            ArgumentSpec("person", .id(.person), "only those this person gave, led or attended"),
            ArgumentSpec("from", .date, "only those that ended on this day or later"),
            ArgumentSpec("until", .date, "only those that began on this day or earlier"),
            ArgumentSpec(
                "state", .choice(CourseState.allCases.map(\.rawValue)), "only those in this state"),
            ArgumentSpec(
                "overdue", .boolean, "yes: only those scheduled whose last day has passed"),
        ] + ArgumentSpec.paging
    }

    init(_ request: Request, kind: String, today: CivilDate) throws(ProtocolError) {
        programme = try request.optionalProgramme("programme")
        self.kind = request.optionalText(kind)
        organisation = try request.optionalID("organisation")
        person = try request.optionalID("person")
        from = try request.optionalDate("from", today: today)
        until = try request.optionalDate("until", today: today)
        state = try request.optionalChoice("state")
        overdueOn = try request.boolean("overdue") ? today : nil
    }

    func filter(_ snapshot: Snapshot) async throws -> CourseFilter {
        var filter = CourseFilter()
        filter.programme = programme
        filter.kind = kind
        filter.organisation = try await snapshot.resolve(organisation)
        filter.person = try await snapshot.resolve(person)
        filter.from = from
        filter.until = until
        filter.state = state
        filter.overdueOn = overdueOn
        return filter
    }
}
