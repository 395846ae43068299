import AdminProtocol
import Registry
import Store

/// What `training record` and `training schedule` are told of a training.
struct TrainingArguments: Sendable {
    static let specs = [
        ArgumentSpec("programme", .programme, isRequired: true, "what is taught"),
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
            "who gives it"),
        ArgumentSpec("language", .language, "in which language"),
        ArgumentSpec("external-id", .externalID, "the id that another system gave it"),
        Waiver.spec,
    ]

    static let skipsRefused = ArgumentSpec(
        "skip-refused", .boolean,
        "yes: without the attendees who break a rule, who are listed as refused")

    private let programme: ProgrammeCode
    private let kind: TrainingKind
    private let format: String?
    private let span: DateSpan
    private let days: HalfDays?
    private let organisation: Reference<OrganisationID>
    private let trainers: [Reference<PersonID>]
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
        language = request.optionalLanguage("language")
        externalID = request.optionalText("external-id")
        waiver = try Waiver(request)
    }

    /// Keeps the host and everybody named, and reads what decides.
    func facts(
        passed: [Reference<PersonID>], failed: [Reference<PersonID>] = [],
        _ transaction: WriteTransaction, _ context: Context
    ) async throws -> TrainingFacts {
        let snapshot = transaction.snapshot
        let host = try await snapshot.resolve(organisation)
        let trainers = try await snapshot.resolve(trainers)
        let passed = try await snapshot.resolve(passed)
        let failed = try await snapshot.resolve(failed)
        try context.request.demandDisjoint(passed: passed, failed: failed)
        let course = try await transaction.courseFacts(
            programme, at: host, people: trainers + passed + failed, on: span.from,
            language: language)
        // Last, so that of two with one id at once the second, tried again, is told of the first.
        try await snapshot.demandFree(external: externalID, of: TrainingID.self)
        var request = TrainingRequest(
            programme: course.programme, kind: kind, format: format, first: span.from,
            last: span.until ?? span.from, days: days, organisation: course.organisation,
            language: language, trainers: trainers, passed: passed, failed: failed)
        request.waiving = waiver.codes
        return TrainingFacts(
            course: course, request: request, waiver: waiver, externalID: externalID)
    }
}

/// A training as it is asked for, with what decides about it.
struct TrainingFacts: Sendable {
    var course: CourseFacts
    var request: TrainingRequest
    var waiver: Waiver
    var externalID: String?

    /// A trainer records what this trainer gave.
    var reach: Reach { Reach(givenBy: request.trainers) }

    /// Judges the training as one that was given.
    func recorded(
        skippingRefused: Bool, _ context: Context
    ) throws(Refusal) -> JudgedTraining {
        try judged(skippingRefused, context) { request in
            request.judge(
                people: course.people, programmes: course.programmes, policy: course.policy,
                today: context.today, leaderTrainingsThisLicenceYear: course.used.trainings)
        }
    }

    /// Judges the training as one that is to be given.
    func scheduled(
        skippingRefused: Bool, _ context: Context
    ) throws(Refusal) -> JudgedTraining {
        var judged = try judged(skippingRefused, context) { request in
            request.judgeAhead(
                people: course.people, programmes: course.programmes, policy: course.policy,
                today: context.today, leaderTrainingsThisLicenceYear: course.used.trainings)
        }
        judged.row.state = .scheduled
        (judged.row.expected, judged.row.passed) = (judged.row.passed, [])
        return judged
    }

    private func judged(
        _ skippingRefused: Bool, _ context: Context, by judge: (TrainingRequest) -> TrainingVerdict
    ) throws(Refusal) -> JudgedTraining {
        try waiver.demandAllowed(by: course.policy, on: request.first, context)
        var refusal: [Reason] = []
        let allowed = request.allowed(
            skippingRefused: skippingRefused, refusal: &refusal, by: judge)
        let asFound = allowed == nil ? try context.settle(refusal) : []
        let request = allowed?.request ?? request
        let verdict = allowed?.verdict ?? judge(request)
        var row = TrainingRow(
            programme: request.programme.code, kind: request.kind,
            format: verdict.format ?? "standard", days: verdict.days, span: request.span,
            organisation: request.organisation.id)
        row.language = request.language
        row.licence = verdict.licence
        row.externalID = externalID
        row.isAsFound = !asFound.isEmpty
        row.waived = verdict.judgement.waivedCodes
        row.trainers = Set(request.trainers).sorted()
        row.passed = Set(request.passed).sorted()
        row.failed = Set(request.failed).sorted()
        return JudgedTraining(
            row: row, warnings: waiver.warnings(of: verdict.judgement),
            refused: allowed?.refused ?? [], asFound: asFound)
    }
}

/// A training that is allowed, as it is to be kept.
struct JudgedTraining: Sendable {
    var row: TrainingRow
    var warnings: [Reason]
    /// What refuses the attendees who were left out.
    var refused: [Reason]
    /// The rules that were set aside for a record of the past.
    var asFound: [Reason]

    func decision(_ change: (TrainingRow) -> Change) -> Decision {
        Decision(change(row), warnings: warnings, refused: refused, asFound: asFound)
    }
}

extension Request {
    /// Nobody both passes and fails.
    func demandDisjoint(passed: [PersonID], failed: [PersonID]) throws(Refusal) {
        guard let both = Set(passed).intersection(failed).min() else { return }
        throw .bad(badValue("failed", want: "people other than passed: \(both)"))
    }
}
