import AdminProtocol
import Registry
import Store

struct WorkshopRecord: WriteCommand {
    static let spec = CommandSpec(
        ["workshop", "record"], "Records a workshop that was held.",
        arguments: WorkshopArguments.specs, isWrite: true,
        example: "workshop record programme=CDSMP organisation=O-1 from=2026-01-12 "
            + "until=2026-02-16 sessions=6 leaders=P-1,P-2 enrolled=12 completers=10")
    static let audience: Set<AccountRole> = [.trainer, .coordinator, .administrator]

    private let arguments: WorkshopArguments

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try WorkshopArguments(request, today: today)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> WorkshopFacts {
        try await arguments.facts(transaction, context)
    }

    func reach(_ facts: WorkshopFacts) -> Reach? { facts.reach }

    func decide(_ facts: WorkshopFacts, _ context: Context) throws(Refusal) -> Decision {
        if context.rules == .trust { return Decision(.recordWorkshop(try facts.trusted())) }
        return try facts.recorded(context).decision(Change.recordWorkshop)
    }
}
