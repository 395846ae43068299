import AdminProtocol
import Registry
import Store

struct NoticeAck: WriteCommand {
    static let spec = CommandSpec(
        ["notice", "ack"], "Acknowledges a notice: somebody has seen to it.",
        arguments: [NoticeArguments.notice, NoticeArguments.owner],
        isWrite: true, changesExisting: true, example: "notice ack N-1 reason=\"renewal sent\"")
    static let audience: Set<AccountRole> = [.coordinator, .administrator]

    private let arguments: NoticeArguments

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try NoticeArguments(request)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> NoticeRow {
        try await arguments.facts(transaction, context)
    }

    func target(_ row: NoticeRow) -> (thing: Thing, version: Int)? {
        (.notice(row.id), row.version)
    }

    func reach(_ row: NoticeRow) -> Reach? { Reach(naming: [.notice(row.id)]) }

    func decide(_ row: NoticeRow, _ context: Context) throws(Refusal) -> Decision {
        try arguments.demandUnsettled(row)
        return Decision(
            .acknowledgeNotice(
                row.id, by: context.account.name, owner: arguments.owner(of: row, context)))
    }
}
