import AdminProtocol
import Registry
import Store

struct WorkshopSchedule: WriteCommand {
    static let spec = CommandSpec(
        ["workshop", "schedule"],
        "Schedules a workshop that is to be held; it keeps nobody current until it is completed.",
        arguments: WorkshopArguments.specs, isWrite: true,
        example: "workshop schedule programme=CDSMP organisation=O-1 from=2027-01-12 "
            + "until=2027-02-16 sessions=6 leaders=P-1,P-2")
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
        try context.demandAhead(facts.request.span)
        return try facts.scheduled(context).decision(Change.recordWorkshop)
    }
}
