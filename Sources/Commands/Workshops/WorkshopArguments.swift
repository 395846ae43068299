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
    }

    /// Keeps the host and the leaders, and reads what decides.
    func facts(
        _ transaction: WriteTransaction, _ context: Context
    ) async throws -> WorkshopFacts {
        let snapshot = transaction.snapshot
        let host = try await snapshot.resolve(organisation)
        let leaders = try await snapshot.resolve(leaders)
        let course = try await transaction.courseFacts(
            programme, at: host, people: leaders, on: span.from, language: language)
        // Last, so that of two with one id at once the second, tried again, is told of the first.
        try await snapshot.demandFree(external: externalID, of: WorkshopID.self)
        var request = WorkshopRequest(
            programme: course.programme, organisation: course.organisation, mode: mode,
            language: language, first: span.from, last: span.until ?? span.from,
            sessions: sessions, minutes: minutes, leaders: leaders, enrolled: enrolled,
            completers: completers)
        request.waiving = waiver.codes
        return WorkshopFacts(
            course: course, request: request, waiver: waiver, site: site, externalID: externalID)
    }
}

/// A workshop as it is asked for, with what decides about it.
struct WorkshopFacts: Sendable {
    var course: CourseFacts
    var request: WorkshopRequest
    var waiver: Waiver
    var site: String?
    var externalID: String?

    /// A trainer records what this trainer led, a coordinator what the own people led.
    var reach: Reach {
        Reach(
            givenBy: request.leaders, at: request.organisation.id,
            naming: request.leaders.map { .person($0) })
    }

    /// Judges the workshop as one that was held.
    func recorded(_ context: Context) throws(Refusal) -> JudgedWorkshop {
        try judged(
            context,
            request.judge(
                people: course.people, policy: course.policy, today: context.today,
                workshopsThisLicenceYear: course.used.workshops))
    }

    /// Judges the workshop as one that is to be held.
    func scheduled(_ context: Context) throws(Refusal) -> JudgedWorkshop {
        var judged = try judged(
            context,
            request.judgeAhead(
                people: course.people, policy: course.policy, today: context.today,
                workshopsThisLicenceYear: course.used.workshops))
        judged.row.state = .scheduled
        return judged
    }

    private func judged(
        _ context: Context, _ verdict: WorkshopVerdict
    ) throws(Refusal) -> JudgedWorkshop {
        try waiver.demandAllowed(by: course.policy, on: request.first, context)
        let asFound = try context.settle(verdict.judgement.reasons)
        var row = WorkshopRow(
            programme: request.programme.code, organisation: request.organisation.id,
            mode: request.mode, span: request.span, sessions: request.sessions)
        row.site = site
        row.language = request.language
        row.minutes = request.minutes ?? request.programme.minutes
        row.enrolled = request.enrolled
        row.completers = request.completers
        row.licence = verdict.licence
        row.externalID = externalID
        row.isAsFound = !asFound.isEmpty
        row.waived = verdict.judgement.waivedCodes
        row.leaders = Set(request.leaders).sorted()
        return JudgedWorkshop(
            row: row, warnings: waiver.warnings(of: verdict.judgement), asFound: asFound)
    }
}

/// A workshop that is allowed, as it is to be kept.
struct JudgedWorkshop: Sendable {
    var row: WorkshopRow
    var warnings: [Reason]
    /// The rules that were set aside for a record of the past.
    var asFound: [Reason]

    func decision(_ change: (WorkshopRow) -> Change) -> Decision {
        Decision(change(row), warnings: warnings, asFound: asFound)
    }
}
