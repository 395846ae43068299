import AdminProtocol
import Credentials
import Registry
import Store

struct AccountAdd: WriteCommand {
    static let spec = CommandSpec(
        ["account", "add"], "Adds an account by which somebody logs in.",
        arguments: [AccountName.subject]
            + GrantArguments.specs(areRequired: true, "what it may do")
            + [PasswordArgument.spec("its password (none: account password, account token)")],
        isWrite: true, example: "account add ann role=coordinator organisation=O-1")
    static let audience: Set<AccountRole> = [.operator]

    private let name: String
    private let arguments: GrantArguments
    private let password: PreparedPassword?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        name = try AccountName.read(request)
        arguments = try GrantArguments(request)
        password = try PasswordArgument.read(request)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> AccountRow {
        guard let grant = try await arguments.grant(transaction) else {
            throw Refusal.bad(context.request.missing("role"))
        }
        if let other = try await transaction.snapshot.account(named: name) {
            throw Refusal.conflict(
                "\(other) has this name already", [Field("account", .word(other.description))])
        }
        var row = AccountRow(name: name, grant: grant)
        row.verifier = password.map { ScramVerifier(of: $0).text }
        return row
    }

    func decide(_ row: AccountRow, _ context: Context) throws(Refusal) -> Decision {
        Decision(.addAccount(row))
    }
}
