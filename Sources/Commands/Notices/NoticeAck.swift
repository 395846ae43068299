import AdminProtocol
import Registry
import Store

struct NoticeAck: WriteCommand {
    static let spec = CommandSpec(
        ["notice", "ack"], "Acknowledges a notice: somebody has seen to it.",
        arguments: [
            ArgumentSpec("notice", .id(.notice), isRequired: true, isSubject: true, "the notice")
        ],
        isWrite: true, changesExisting: true, example: "notice ack N-1 reason=\"renewal sent\"")

    private let notice: NoticeID

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        guard case .id(let id) = try request.id("notice", as: NoticeID.self) else {
            throw request.badValue("notice", want: "a notice's id such as N-1")
        }
        notice = id
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> NoticeRow {
        _ = try await transaction.lock([notice]).demand(notice)
        guard let row = try await transaction.snapshot.notices([notice]).first else {
            throw Refusal.notFound("notice", notice.description)
        }
        return row
    }

    func target(_ row: NoticeRow) -> (thing: Thing, version: Int)? {
        (.notice(row.id), row.version)
    }

    func decide(_ row: NoticeRow, _ context: Context) throws(Refusal) -> Decision {
        switch row.state {
        case .open: return Decision(.acknowledgeNotice(row.id, by: context.account.name))
        case .acknowledged: throw .conflict("\(row.id) is acknowledged already")
        case .withdrawn: throw .conflict("\(row.id) was withdrawn: nothing is left to see to")
        }
    }
}
