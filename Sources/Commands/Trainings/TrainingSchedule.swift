import AdminProtocol
import Registry
import Store

struct TrainingSchedule: WriteCommand {
    static let spec = CommandSpec(
        ["training", "schedule"],
        "Schedules a training that is to be given; it counts for nobody until it is completed.",
        arguments: TrainingArguments.specs + [
            ArgumentSpec(
                "attendees", .list(of: .id(.person)), allowsEmpty: true, "who is to attend"),
            ArgumentSpec(
                "passed", .list(of: .id(.person)), allowsEmpty: true,
                "the same under the word of record"),
            TrainingArguments.skipsRefused,
        ],
        isWrite: true,
        example: "training schedule programme=CPSMP kind=cross format=one-day from=2027-03-02 "
            + "until=2027-03-02 organisation=O-1 trainers=P-1,P-2 attendees=P-7,P-8")
    static let audience: Set<AccountRole> = [.trainer, .administrator]

    private let arguments: TrainingArguments
    private let attendees: [Reference<PersonID>]
    private let skipsRefused: Bool

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try TrainingArguments(request, today: today)
        attendees = try request.ids("attendees") + request.ids("passed")
        skipsRefused = try request.boolean("skip-refused")
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> TrainingFacts {
        try await arguments.facts(passed: attendees, transaction, context)
    }

    func reach(_ facts: TrainingFacts) -> Reach? { facts.reach }

    func decide(_ facts: TrainingFacts, _ context: Context) throws(Refusal) -> Decision {
        try context.demandAhead(facts.request.span)
        return try facts.scheduled(skippingRefused: skipsRefused, context)
            .decision(Change.recordTraining)
    }
}

extension Context {
    /// That what is to be scheduled has not ended yet: then it is recorded.
    func demandAhead(_ span: DateSpan) throws(Refusal) {
        guard !span.isEmpty, span.endsBefore(today) else { return }
        throw .conflict(
            "its last day has passed: record it instead",
            span.until.map { [Field("until", .date($0)), Field("today", .date(today))] } ?? [])
    }
}
