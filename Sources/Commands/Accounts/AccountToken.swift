import AdminProtocol
import Credentials
import Registry
import Store

struct AccountToken: WriteCommand {
    static let spec = CommandSpec(
        ["account", "token"], "Makes a token that logs in by itself, and shows it once.",
        arguments: [
            AccountName.subject,
            ArgumentSpec("until", .date, "the last day on which it lets in (in a year)"),
            ArgumentSpec("label", .text, "what it is for"),
        ] + GrantArguments.specs(areRequired: false, "what it is narrowed to (all of the account)"),
        isWrite: true,
        example: "account token ann until=2026-12-31 label=\"nightly report\"")
    static let audience: Set<AccountRole> = [.operator]

    struct Facts: Sendable {
        var row: AccountRow
        var grant: AccountGrant?
        var token: AccessToken
    }

    /// For how long a token lets in where nothing is said.
    private static let days: Int32 = 365

    private let name: String
    private let until: CivilDate
    private let label: String?
    private let arguments: GrantArguments

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        name = try AccountName.read(request)
        until =
            try request.optionalDate("until", today: today)
            ?? CivilDate(dayNumber: today.dayNumber + Self.days)
        label = request.optionalText("label")
        arguments = try GrantArguments(request)
        if until < today {
            throw request.badValue("until", want: "a date that is not before today")
        }
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let grant = try await arguments.grant(transaction)
        return Facts(
            row: try await transaction.account(named: name, context), grant: grant,
            token: AccessToken())
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        if let grant = facts.grant, !facts.row.grant.covers(grant) {
            throw .conflict("a token may do what its account may, or less, and not this")
        }
        var row = TokenRow(account: facts.row.id, accountName: facts.row.name, until: until)
        row.label = label
        row.grant = facts.grant
        return Decision(
            .addToken(row, hash: facts.token.hash),
            secret: Field("token", .text(facts.token.text)))
    }
}
