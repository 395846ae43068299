import AdminProtocol
import Registry
import Store

struct AccountEnable: WriteCommand {
    static let spec = CommandSpec(
        ["account", "enable"], "Lets in again by an account that was disabled.",
        arguments: [AccountName.subject], isWrite: true, changesExisting: true,
        example: "account enable ann")
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
        guard facts.isDisabled else { throw .conflict("\(facts.name) is not disabled") }
        var row = facts
        row.isDisabled = false
        return Decision(.amendAccount(row))
    }
}
