import AdminProtocol
import Registry
import Store

struct AccountAmend: WriteCommand {
    static let spec = CommandSpec(
        ["account", "amend"], "Gives an account other roles, from its next request on.",
        arguments: [AccountName.subject]
            + GrantArguments.specs(areRequired: true, "what it may do from now on"),
        isWrite: true, changesExisting: true,
        example: "account amend ann role=auditor,operator")
    static let audience: Set<AccountRole> = [.operator]

    private let name: String
    private let arguments: GrantArguments

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        name = try AccountName.read(request)
        arguments = try GrantArguments(request)
    }

    func facts(
        _ transaction: WriteTransaction, _ context: Context
    ) async throws -> (row: AccountRow, grant: AccountGrant?) {
        let grant = try await arguments.grant(transaction)
        return (try await transaction.account(named: name, context), grant)
    }

    func target(
        _ facts: (row: AccountRow, grant: AccountGrant?)
    ) -> (thing: Thing, version: Int)? {
        facts.row.target
    }

    func decide(
        _ facts: (row: AccountRow, grant: AccountGrant?), _ context: Context
    ) throws(Refusal) -> Decision {
        var row = facts.row
        row.grant = facts.grant ?? row.grant
        return Decision(.amendAccount(row))
    }
}

extension AccountRow {
    /// Itself, as what a write changes.
    var target: (thing: Thing, version: Int) { (.account(id), version) }
}
