import AdminProtocol
import Registry
import Store

struct TokenList: ReadCommand {
    static let spec = CommandSpec(
        ["token", "list"], "Lists the tokens of an account, without what they say.",
        arguments: [AccountName.subject] + ArgumentSpec.paging, example: "token list ann")
    static let audience: Set<AccountRole> = [.auditor, .operator]

    private let name: String
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        name = try AccountName.read(request)
        page = try request.page(of: TokenID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let id = try await snapshot.demandAccount(named: name)
        let rows = try await snapshot.tokens(of: id, page: page)
        return Reply(
            page: rows, limit: context.request.limit, next: { "\($0.id)" },
            line: { $0.line(on: context.today) })
    }
}
