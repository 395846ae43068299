import AdminProtocol
import Registry
import Store

struct CertificationList: ReadCommand {
    static let spec = CommandSpec(
        ["certification", "list"], "Lists certifications with their standing on a day.",
        arguments: [
            ArgumentSpec("person", .id(.person), "only theirs"),
            ArgumentSpec("programme", .programme, "only those in it"),
            ArgumentSpec(
                "role", .choice(Role.allCases.map(\.rawValue)), "only those as leader or trainer"),
            ArgumentSpec(
                "organisation", .id(.organisation), "only those of people who belong to it"),
            ArgumentSpec(
                "state", .choice(StandingState.allCases.map(\.rawValue)),
                "only those in this state"),
            ArgumentSpec("on", .date, "on which day (today)"),
        ] + ArgumentSpec.paging,
        example: "certification list programme=CPSMP state=lapsed")
    static let audience = Set<AccountRole>.insiders

    private let person: Reference<PersonID>?
    private let organisation: Reference<OrganisationID>?
    private let narrowed: CertificationFilter
    private let date: CivilDate
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.optionalID("person")
        organisation = try request.optionalID("organisation")
        var filter = CertificationFilter()
        filter.programme = try request.optionalProgramme("programme")
        filter.role = try request.optionalChoice("role")
        filter.state = try request.optionalChoice("state")
        narrowed = filter
        date = try request.optionalDate("on", today: today) ?? today
        page = try request.page(of: CertificationID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        var filter = narrowed
        filter.person = try await snapshot.resolve(person)
        filter.organisation = try await snapshot.resolve(organisation)
        let rows = try await snapshot.certifications(filter, on: date, page: page)
        return Reply(
            page: rows, limit: context.request.limit, next: { "\($0.id)" },
            line: { $0.line(on: date) })
    }
}
