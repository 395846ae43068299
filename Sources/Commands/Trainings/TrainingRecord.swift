import AdminProtocol
import Registry
import Store

struct TrainingRecord: WriteCommand {
    static let spec = CommandSpec(
        ["training", "record"], "Records a training that was given.",
        arguments: TrainingArguments.specs + [
            ArgumentSpec(
                "passed", .list(of: .id(.person)), isRequired: true, allowsEmpty: true,
                "who passed"),
            ArgumentSpec("failed", .list(of: .id(.person)), allowsEmpty: true, "who did not"),
            TrainingArguments.skipsRefused,
        ],
        isWrite: true,
        example: "training record programme=CPSMP kind=cross format=one-day from=2026-03-02 "
            + "until=2026-03-02 organisation=O-1 trainers=P-1,P-2 passed=P-7,P-8")
    static let audience: Set<AccountRole> = [.trainer, .administrator]

    private let arguments: TrainingArguments
    private let passed: [Reference<PersonID>]
    private let failed: [Reference<PersonID>]
    private let skipsRefused: Bool

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try TrainingArguments(request, today: today)
        passed = try request.ids("passed")
        failed = try request.ids("failed")
        skipsRefused = try request.boolean("skip-refused")
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> TrainingFacts {
        try await arguments.facts(passed: passed, failed: failed, transaction, context)
    }

    func reach(_ facts: TrainingFacts) -> Reach? { facts.reach }

    func decide(_ facts: TrainingFacts, _ context: Context) throws(Refusal) -> Decision {
        if context.rules == .trust {
            return Decision(.recordTraining(try facts.trusted(context)))
        }
        return try facts.recorded(skippingRefused: skipsRefused, context)
            .decision(Change.recordTraining)
    }
}
