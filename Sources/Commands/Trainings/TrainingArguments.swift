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
    private let id: TrainingID
    private let history: CourseHistory
    private let expected: [Reference<PersonID>]

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
        id = try request.keptID()
        history = try CourseHistory(request)
        expected = try request.ids("attendees")
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
        let expected = try await snapshot.resolve(expected)
        try context.request.demandDisjoint(passed: passed, failed: failed)
        let course = try await transaction.courseFacts(
            programme, at: host, people: trainers + passed + failed + expected, on: span.from,
            language: language, context.rules)
        // Last, so that of two with one id at once the second, tried again, is told of the first.
        try await snapshot.demandFree(external: externalID, of: TrainingID.self)
        var request = TrainingRequest(
            programme: course.programme, kind: kind, format: format, first: span.from,
            last: span.until ?? span.from, days: days, organisation: course.organisation,
            language: language, trainers: trainers, passed: passed, failed: failed)
        request.waiving = waiver.codes
        var facts = TrainingFacts(
            course: course, request: request, waiver: waiver, externalID: externalID)
        facts.id = id
        facts.history = history
        facts.licence = try await snapshot.resolve(history.licence)
        facts.expected = Set(expected).sorted()
        return facts
    }
}

extension Request {
    /// Nobody both passes and fails.
    func demandDisjoint(passed: [PersonID], failed: [PersonID]) throws(Refusal) {
        guard let both = Set(passed).intersection(failed).min() else { return }
        throw .bad(badValue("failed", want: "people other than passed: \(both)"))
    }
}
