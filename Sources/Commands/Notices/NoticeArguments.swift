import AdminProtocol
import Registry
import Store

/// What the commands that see to a notice have in common: which one, and who sees to it.
struct NoticeArguments: Sendable {
    let notice: NoticeID
    private let owner: String?

    static let notice = ArgumentSpec(
        "notice", .id(.notice), isRequired: true, isSubject: true, "the notice")
    static let owner = ArgumentSpec(
        "owner", .text, "the account or team that sees to it (as it is, else this account)")

    init(_ request: Request) throws(ProtocolError) {
        guard case .id(let id) = try request.id("notice", as: NoticeID.self) else {
            throw request.badValue("notice", want: "a notice's id such as N-1")
        }
        notice = id
        owner = request.optionalText("owner")
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> NoticeRow {
        _ = try await transaction.lock([notice]).demand(notice)
        let rows = try await transaction.snapshot.notices([notice], on: context.today)
        guard let row = rows.first else { throw Refusal.notFound("notice", notice.description) }
        return row
    }

    /// Who sees to it from now on.
    func owner(of row: NoticeRow, _ context: Context) -> String {
        owner ?? row.owner ?? context.account.name
    }

    /// Refuses what is settled.
    func demandUnsettled(_ row: NoticeRow) throws(Refusal) {
        switch row.state {
        case .open, .snoozed: return
        case .acknowledged: throw .conflict("\(row.id) is acknowledged already")
        case .withdrawn: throw .conflict("\(row.id) was withdrawn: nothing is left to see to")
        }
    }
}
