import AdminProtocol
import Credentials
import Registry
import Store

/// `password`: who was given a password by an operator makes it one that nobody else knows.
struct PasswordChange: WriteCommand {
    static let spec = CommandSpec(
        ["password"],
        "Changes your own password; without one, thinks one up and shows it once.",
        arguments: [PasswordArgument.spec("the new password (one that is thought up)")],
        isWrite: true, example: "password")
    static let audience = Set<AccountRole>.everybodyKnown

    private let password: PreparedPassword?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        password = try PasswordArgument.read(request)
    }

    /// Only for who showed the old password: a token is for a program, and may be narrowed to less
    /// than its account; the user of a Unix socket has no password.
    func facts(
        _ transaction: WriteTransaction, _ context: Context
    ) async throws -> AccountPassword.Facts {
        guard context.account.method == .password else {
            throw Refusal.no(
                .conflict,
                message: "this session did not log in by a password: an operator sets one with "
                    + "account password")
        }
        let row = try await transaction.account(named: context.account.name, context)
        return try AccountPassword.Facts(row, password)
    }

    func target(_ facts: AccountPassword.Facts) -> (thing: Thing, version: Int)? {
        facts.row.target
    }

    func reach(_ facts: AccountPassword.Facts) -> Reach? { .oneself }

    func decide(
        _ facts: AccountPassword.Facts, _ context: Context
    ) throws(Refusal) -> Decision {
        facts.decision
    }
}
