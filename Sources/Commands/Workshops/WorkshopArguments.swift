import AdminProtocol
import Registry
import Store

/// What `workshop record` and `workshop schedule` are told of a workshop.
struct WorkshopArguments: Sendable {
    static let specs = [
        ArgumentSpec("programme", .programme, isRequired: true, "what is held"),
        ArgumentSpec("organisation", .id(.organisation), isRequired: true, "who holds it"),
        ArgumentSpec("site", .text, "where"),
        ArgumentSpec("mode", .word, "in which mode (in-person)"),
        ArgumentSpec("language", .language, "in which language"),
        ArgumentSpec("from", .date, isRequired: true, "the day of the first session"),
        ArgumentSpec("until", .date, isRequired: true, "the day of the last session"),
        ArgumentSpec("sessions", .integer(1...1_000), isRequired: true, "how many sessions"),
        ArgumentSpec("minutes", .integer(1...1_440), "of a session (the programme's)"),
        ArgumentSpec("leaders", .list(of: .id(.person)), allowsEmpty: true, "who leads it"),
        ArgumentSpec(
            "staff", .list(of: .id(.person)), allowsEmpty: true,
            "the same under another word, for programmes staffed by professions"),
        ArgumentSpec("enrolled", .integer(0...100_000), "how many begin"),
        ArgumentSpec("completers", .integer(0...100_000), "how many complete it"),
        ArgumentSpec("external-id", .externalID, "the id that another system gave it"),
        Waiver.spec,
    ]

    private let programme: ProgrammeCode
    private let organisation: Reference<OrganisationID>
    private let leaders: [Reference<PersonID>]
    private let mode: String
    private let span: DateSpan
    private let sessions: Int
    private let minutes: Int?
    private let enrolled: Int?
    private let completers: Int?
    private let language: String?
    private let site: String?
    private let externalID: String?
    private let waiver: Waiver
    private let id: WorkshopID
    private let history: CourseHistory

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        programme = try request.programme("programme")
        organisation = try request.id("organisation")
        leaders = try request.ids("leaders") + request.ids("staff")
        mode = request.optionalText("mode") ?? "in-person"
        span = DateSpan(
            from: try request.date("from", today: today),
            until: try request.date("until", today: today))
        sessions = try request.integer("sessions")
        minutes = try request.optionalInteger("minutes")
        enrolled = try request.optionalInteger("enrolled")
        completers = try request.optionalInteger("completers")
        language = request.optionalLanguage("language")
        site = request.optionalText("site")
        externalID = request.optionalText("external-id")
        waiver = try Waiver(request)
        id = try request.keptID()
        history = try CourseHistory(request)
    }

    /// Keeps the host and the leaders, and reads what decides.
    func facts(
        _ transaction: WriteTransaction, _ context: Context
    ) async throws -> WorkshopFacts {
        let snapshot = transaction.snapshot
        let host = try await snapshot.resolve(organisation)
        let leaders = try await snapshot.resolve(leaders)
        let course = try await transaction.courseFacts(
            programme, at: host, people: leaders, on: span.from, language: language,
            context.rules)
        // Last, so that of two with one id at once the second, tried again, is told of the first.
        try await snapshot.demandFree(external: externalID, of: WorkshopID.self)
        var request = WorkshopRequest(
            programme: course.programme, organisation: course.organisation, mode: mode,
            language: language, first: span.from, last: span.until ?? span.from,
            sessions: sessions, minutes: minutes, leaders: leaders, enrolled: enrolled,
            completers: completers)
        request.waiving = waiver.codes
        var facts = WorkshopFacts(
            course: course, request: request, waiver: waiver, site: site, externalID: externalID)
        facts.id = id
        facts.history = history
        facts.licence = try await snapshot.resolve(history.licence)
        return facts
    }
}
