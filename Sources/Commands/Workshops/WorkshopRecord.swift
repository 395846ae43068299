import AdminProtocol
import Registry
import Store

struct WorkshopRecord: WriteCommand {
    static let spec = CommandSpec(
        ["workshop", "record"], "Records a workshop that was held.",
        arguments: [
            ArgumentSpec("programme", .programme, isRequired: true, "what was held"),
            ArgumentSpec("organisation", .id(.organisation), isRequired: true, "who held it"),
            ArgumentSpec("site", .text, "where"),
            ArgumentSpec("mode", .word, "in which mode (in-person)"),
            ArgumentSpec("language", .language, "in which language"),
            ArgumentSpec("from", .date, isRequired: true, "the day of the first session"),
            ArgumentSpec("until", .date, isRequired: true, "the day of the last session"),
            ArgumentSpec("sessions", .integer(1...1_000), isRequired: true, "how many sessions"),
            ArgumentSpec("minutes", .integer(1...1_440), "of a session (the programme's)"),
            ArgumentSpec(
                "leaders", .list(of: .id(.person)), allowsEmpty: true, "who led it"),
            ArgumentSpec(
                "staff", .list(of: .id(.person)), allowsEmpty: true,
                "the same under another word, for programmes staffed by professions"),
            ArgumentSpec("enrolled", .integer(0...100_000), "how many began"),
            ArgumentSpec("completers", .integer(0...100_000), "how many completed it"),
            ArgumentSpec("external-id", .externalID, "the id that another system gave it"),
            Waiver.spec,
        ],
        isWrite: true,
        example: "workshop record programme=CDSMP organisation=O-1 from=2026-01-12 "
            + "until=2026-02-16 sessions=6 leaders=P-1,P-2 enrolled=12 completers=10")

    struct Facts: Sendable {
        var course: CourseFacts
        var leaders: [PersonID]
    }

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

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let snapshot = transaction.snapshot
        let host = try await snapshot.resolve(organisation)
        let leaders = try await snapshot.resolve(leaders)
        let course = try await transaction.courseFacts(
            programme, at: host, people: leaders, on: span.from, language: language)
        // Last, so that of two with one id at once the second, tried again, is told of the first.
        try await snapshot.demandFree(external: externalID, of: WorkshopID.self)
        return Facts(course: course, leaders: leaders)
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        let course = facts.course
        try waiver.demandAllowed(by: course.policy, on: span.from, context)
        var wanted = WorkshopRequest(
            programme: course.programme, organisation: course.organisation, mode: mode,
            language: language, first: span.from, last: span.until ?? span.from,
            sessions: sessions, minutes: minutes, leaders: facts.leaders, enrolled: enrolled,
            completers: completers)
        wanted.waiving = waiver.codes
        let verdict = wanted.judge(
            people: course.people, policy: course.policy, today: context.today,
            workshopsThisLicenceYear: course.used.workshops)
        if !verdict.judgement.isAllowed { throw .rules(verdict.judgement.reasons) }
        var row = WorkshopRow(
            programme: programme, organisation: course.organisation.id, mode: mode, span: span,
            sessions: sessions)
        row.site = site
        row.language = language
        row.minutes = minutes ?? course.programme.minutes
        row.enrolled = enrolled
        row.completers = completers
        row.licence = verdict.licence
        row.externalID = externalID
        row.waived = verdict.judgement.waivedCodes
        row.leaders = Set(facts.leaders).sorted()
        return Decision(.recordWorkshop(row), warnings: waiver.warnings(of: verdict.judgement))
    }
}
