import AdminProtocol
import Credentials
import Registry
import Store

struct AccountPassword: WriteCommand {
    static let spec = CommandSpec(
        ["account", "password"],
        "Sets an account's password; without one, thinks one up and shows it once.",
        arguments: [
            AccountName.subject,
            PasswordArgument.spec("the password (one that is thought up)"),
        ],
        isWrite: true, changesExisting: true, example: "account password ann")
    static let audience: Set<AccountRole> = [.operator]

    struct Facts: Sendable {
        var row: AccountRow
        var verifier: String
        /// The password that was thought up.
        var generated: String?

        /// - Parameter password: the one that was said; nil: one is thought up.
        init(_ row: AccountRow, _ password: PreparedPassword?) throws {
            self.row = row
            generated = password == nil ? GeneratedPassword.make() : nil
            let kept = try password ?? PreparedPassword(generated ?? "")
            verifier = ScramVerifier(of: kept).text
        }

        var decision: Decision {
            Decision(
                .setPassword(row.id, verifier: verifier),
                secret: generated.map { Field("password", .text($0)) })
        }
    }

    private let name: String
    private let password: PreparedPassword?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        name = try AccountName.read(request)
        password = try PasswordArgument.read(request)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        try Facts(try await transaction.account(named: name, context), password)
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? { facts.row.target }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        facts.decision
    }
}
