import AdminProtocol
import Registry
import Store

struct TrainingRecord: WriteCommand {
    static let spec = CommandSpec(
        ["training", "record"], "Records a training that was given.",
        arguments: [
            ArgumentSpec("programme", .programme, isRequired: true, "what was taught"),
            ArgumentSpec(
                "kind", .choice(TrainingKind.allCases.map(\.rawValue)), isRequired: true,
                "what it makes of those who pass"),
            ArgumentSpec("format", .word, "its form, such as one-day"),
            ArgumentSpec("from", .date, isRequired: true, "its first day"),
            ArgumentSpec("until", .date, isRequired: true, "its last day"),
            ArgumentSpec("days", .halfDays, "its length (the calendar days)"),
            ArgumentSpec("organisation", .id(.organisation), isRequired: true, "the host"),
            ArgumentSpec(
                "trainers", .list(of: .id(.person)), isRequired: true, allowsEmpty: true,
                "who gave it"),
            ArgumentSpec(
                "passed", .list(of: .id(.person)), isRequired: true, allowsEmpty: true,
                "who passed"),
            ArgumentSpec("failed", .list(of: .id(.person)), allowsEmpty: true, "who did not"),
            ArgumentSpec("language", .language, "in which language"),
            ArgumentSpec("external-id", .externalID, "the id that another system gave it"),
            Waiver.spec,
        ],
        isWrite: true,
        example: "training record programme=CPSMP kind=cross format=one-day from=2026-03-02 "
            + "until=2026-03-02 organisation=O-1 trainers=P-1,P-2 passed=P-7,P-8")

    struct Facts: Sendable {
        var course: CourseFacts
        var trainers: [PersonID]
        var passed: [PersonID]
        var failed: [PersonID]
    }

    private let programme: ProgrammeCode
    private let kind: TrainingKind
    private let format: String?
    private let span: DateSpan
    private let days: HalfDays?
    private let organisation: Reference<OrganisationID>
    private let trainers: [Reference<PersonID>]
    private let passed: [Reference<PersonID>]
    private let failed: [Reference<PersonID>]
    private let language: String?
    private let externalID: String?
    private let waiver: Waiver

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        programme = try request.programme("programme")
        kind = try request.choice("kind")
        format = request.optionalText("format")
        span = DateSpan(
            from: try request.date("from", today: today),
            until: try request.date("until", today: today))
        days = try request.optionalHalfDays("days")
        organisation = try request.id("organisation")
        trainers = try request.ids("trainers")
        passed = try request.ids("passed")
        failed = try request.ids("failed")
        language = request.optionalLanguage("language")
        externalID = request.optionalText("external-id")
        waiver = try Waiver(request)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let snapshot = transaction.snapshot
        let host = try await snapshot.resolve(organisation)
        let trainers = try await snapshot.resolve(trainers)
        let passed = try await snapshot.resolve(passed)
        let failed = try await snapshot.resolve(failed)
        if let both = Set(passed).intersection(failed).min() {
            throw Refusal.bad(
                context.request.badValue("failed", want: "people other than passed: \(both)"))
        }
        let course = try await transaction.courseFacts(
            programme, at: host, people: trainers + passed + failed, on: span.from,
            language: language)
        // Last, so that of two with one id at once the second, tried again, is told of the first.
        try await snapshot.demandFree(external: externalID, of: TrainingID.self)
        return Facts(course: course, trainers: trainers, passed: passed, failed: failed)
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        let course = facts.course
        try waiver.demandAllowed(by: course.policy, on: span.from, context)
        var wanted = TrainingRequest(
            programme: course.programme, kind: kind, format: format, first: span.from,
            last: span.until ?? span.from, days: days, organisation: course.organisation,
            language: language, trainers: facts.trainers, passed: facts.passed,
            failed: facts.failed)
        wanted.waiving = waiver.codes
        let verdict = wanted.judge(
            people: course.people, programmes: course.programmes, policy: course.policy,
            today: context.today, leaderTrainingsThisLicenceYear: course.used.trainings)
        if !verdict.judgement.isAllowed { throw .rules(verdict.judgement.reasons) }
        var row = TrainingRow(
            programme: programme, kind: kind, format: verdict.format ?? "standard",
            days: verdict.days, span: span, organisation: course.organisation.id)
        row.language = language
        row.licence = verdict.licence
        row.externalID = externalID
        row.waived = verdict.judgement.waivedCodes
        row.trainers = Set(facts.trainers).sorted()
        row.passed = Set(facts.passed).sorted()
        row.failed = Set(facts.failed).sorted()
        return Decision(.recordTraining(row), warnings: waiver.warnings(of: verdict.judgement))
    }
}
