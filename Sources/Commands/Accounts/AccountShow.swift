import AdminProtocol
import Registry
import Store

struct AccountShow: ReadCommand {
    static let spec = CommandSpec(
        ["account", "show"], "Shows an account.", arguments: [AccountName.subject],
        example: "account show ann")
    static let audience: Set<AccountRole> = [.auditor, .operator]

    private let name: String

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        name = try AccountName.read(request)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let id = try await snapshot.demandAccount(named: name)
        return try await snapshot.reply(showing: .account(id), context)
    }
}
