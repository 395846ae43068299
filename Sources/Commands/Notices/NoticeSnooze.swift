import AdminProtocol
import Registry
import Store

struct NoticeSnooze: WriteCommand {
    static let spec = CommandSpec(
        ["notice", "snooze"], "Lets a notice rest: it is open again on the day after.",
        arguments: [
            NoticeArguments.notice,
            ArgumentSpec(
                "until", .date, isRequired: true, "the last day on which it rests, after today"),
            NoticeArguments.owner,
        ],
        isWrite: true, changesExisting: true, example: "notice snooze N-1 until=2099-12-31")
    static let audience: Set<AccountRole> = [.coordinator, .administrator]

    private let arguments: NoticeArguments
    private let until: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try NoticeArguments(request)
        until = try request.date("until", today: today)
        if until <= today { throw request.badValue("until", want: "a date after today") }
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
            .snoozeNotice(row.id, until: until, owner: arguments.owner(of: row, context)))
    }
}
