import AdminProtocol
import Registry
import Store

struct AccountDisable: WriteCommand {
    static let spec = CommandSpec(
        ["account", "disable"],
        "Lets nobody in by an account any more; sessions under it end with their next request.",
        arguments: [AccountName.subject], isWrite: true, changesExisting: true,
        example: "account disable ann reason=\"left\"")
    static let audience: Set<AccountRole> = [.operator]

    private let name: String

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        name = try AccountName.read(request)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> AccountRow {
        try await transaction.account(named: name, context)
    }

    func target(_ row: AccountRow) -> (thing: Thing, version: Int)? { row.target }

    func decide(_ facts: AccountRow, _ context: Context) throws(Refusal) -> Decision {
        if facts.isDisabled { throw .conflict("\(facts.name) is disabled already") }
        var row = facts
        row.isDisabled = true
        return Decision(.amendAccount(row))
    }
}
