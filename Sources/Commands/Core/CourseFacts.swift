import AdminProtocol
import Registry
import Store

/// What decides whether a training or a workshop may be recorded.
struct CourseFacts: Sendable {
    var programme: Programme
    var organisation: OrganisationFacts
    var people: [PersonID: PersonRecord]
    /// Those that the programme's prerequisites name.
    var programmes: [ProgrammeCode: Programme]
    var policy: Policy
    /// What the licence that serves was used for in the licence year of the first day.
    var used = (workshops: 0, trainings: 0)
}

extension WriteTransaction {
    /// Keeps the host from changing, the people for this change, and reads what the rules ask.
    func courseFacts(
        _ code: ProgrammeCode, at organisation: OrganisationID, people: [PersonID],
        on first: CivilDate, language: String?
    ) async throws -> CourseFacts {
        let catalogue = try await snapshot.programmes()
        let programme = try catalogue.demand(code)
        _ = try await share([organisation]).demand(organisation)
        try await lock(people).demandAll(people)
        let needed = programme.prerequisites.flatMap(\.alternatives)
        let facts = try await snapshot.organisationFacts(of: [organisation])
        var course = CourseFacts(
            programme: programme,
            organisation: facts[organisation] ?? OrganisationFacts(id: organisation),
            people: try await snapshot.personRecords(of: people, in: [code] + needed),
            programmes: catalogue.byCode, policy: try await snapshot.policy())
        let match = course.organisation.licenceInForce(
            for: programme, on: first, language: language)
        if let licence = match.licence {
            course.used = try await snapshot.allowanceUsed(
                of: licence.id, in: licence.licenceYear(containing: first))
        }
        return course
    }
}
