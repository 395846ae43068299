import AdminProtocol
import Registry
import Store

struct TrainingComplete: WriteCommand {
    static let spec = CommandSpec(
        ["training", "complete"],
        "Records a scheduled training as given, with whatever turned out otherwise.",
        arguments: [
            ArgumentSpec(
                "training", .id(.training), isRequired: true, isSubject: true, "the training"),
            ArgumentSpec(
                "passed", .list(of: .id(.person)), allowsEmpty: true,
                "who passed (all who were to attend, without failed)"),
            ArgumentSpec("failed", .list(of: .id(.person)), allowsEmpty: true, "who did not"),
            ArgumentSpec("format", .word, "its form, such as one-day (as scheduled)"),
            ArgumentSpec("from", .date, "its first day (as scheduled)"),
            ArgumentSpec("until", .date, "its last day (as scheduled)"),
            ArgumentSpec("days", .halfDays, "its length (as scheduled)"),
            ArgumentSpec("organisation", .id(.organisation), "the host (as scheduled)"),
            ArgumentSpec(
                "trainers", .list(of: .id(.person)), allowsEmpty: true,
                "who gave it (as scheduled)"),
            ArgumentSpec("language", .language, "in which language (as scheduled)"),
            TrainingArguments.skipsRefused, Waiver.spec,
        ],
        isWrite: true, changesExisting: true,
        example: "training complete T-1 passed=P-7 failed=P-8")
    static let audience: Set<AccountRole> = [.trainer, .administrator]

    struct Facts: Sendable {
        /// As it is to be completed.
        var row: TrainingRow
        /// Who was to give it.
        var scheduledTrainers: [PersonID]
        var training: TrainingFacts
    }

    private let training: Reference<TrainingID>
    private let organisation: Reference<OrganisationID>?
    private let trainers: [Reference<PersonID>]?
    private let passed: [Reference<PersonID>]?
    private let failed: [Reference<PersonID>]
    private let skipsRefused: Bool
    private let from: CivilDate?
    private let until: CivilDate?
    private let days: HalfDays?
    private let format: String?
    private let language: String?
    private let waiver: Waiver

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        training = try request.id("training")
        organisation = try request.optionalID("organisation")
        trainers = request.isGiven("trainers") ? try request.ids("trainers") : nil
        passed = request.isGiven("passed") ? try request.ids("passed") : nil
        failed = try request.ids("failed")
        skipsRefused = try request.boolean("skip-refused")
        from = try request.optionalDate("from", today: today)
        until = try request.optionalDate("until", today: today)
        days = try request.optionalHalfDays("days")
        format = request.optionalText("format")
        language = request.optionalLanguage("language")
        waiver = try Waiver(request)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let snapshot = transaction.snapshot
        var row = try await transaction.keep(training)
        let scheduledTrainers = row.trainers
        row.organisation = try await snapshot.resolve(organisation) ?? row.organisation
        if let trainers { row.trainers = try await snapshot.resolve(trainers) }
        row.failed = try await snapshot.resolve(failed)
        if let passed {
            row.passed = try await snapshot.resolve(passed)
        } else {
            row.passed = row.expected.filter { !row.failed.contains($0) }
        }
        row.expected = []
        try context.request.demandDisjoint(passed: row.passed, failed: row.failed)
        row.span.from = from ?? row.span.from
        row.span.until = until ?? row.span.until
        row.days = days ?? row.days
        row.format = format ?? row.format
        row.language = language ?? row.language
        let course = try await transaction.courseFacts(
            row.programme, at: row.organisation, people: row.people, on: row.span.from,
            language: row.language)
        var request = row.request(course.programme, at: course.organisation)
        request.waiving.formUnion(waiver.codes)
        return Facts(
            row: row, scheduledTrainers: scheduledTrainers,
            training: TrainingFacts(
                course: course, request: request, waiver: waiver, externalID: row.externalID))
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? {
        (.training(facts.row.id), facts.row.version)
    }

    /// Nobody makes another's training the own one by completing it.
    func reach(_ facts: Facts) -> Reach? {
        var reach = facts.training.reach
        reach.givenBy.removeAll { !facts.scheduledTrainers.contains($0) }
        return reach
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        try facts.row.state.demandScheduled("\(facts.row.id)")
        var judged = try facts.training.recorded(skippingRefused: skipsRefused, context)
        judged.row.id = facts.row.id
        return judged.decision(Change.completeTraining)
    }
}

extension CourseState {
    /// That it may be completed.
    func demandScheduled(_ name: String) throws(Refusal) {
        let state = [Field("state", .word(rawValue))]
        switch self {
        case .scheduled: return
        case .recorded:
            throw .conflict(
                "\(name) is recorded already: void it and record it anew if it is wrong", state)
        case .void: throw .conflict("\(name) is void: record what was held anew", state)
        }
    }
}
