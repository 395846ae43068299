import AdminProtocol
import Registry
import Store

struct TokenRevoke: WriteCommand {
    static let spec = CommandSpec(
        ["token", "revoke"],
        "Lets nobody in by a token any more; sessions under it end with their next request.",
        arguments: [
            ArgumentSpec(
                "token", .form("the id of a token such as K-1"), isRequired: true,
                isSubject: true, "the token")
        ],
        isWrite: true, changesExisting: true, example: "token revoke K-1")
    static let audience: Set<AccountRole> = [.operator]

    private let token: TokenID

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        guard let id = TokenID(try request.text("token")) else {
            throw request.badValue("token")
        }
        token = id
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> TokenRow {
        _ = try await transaction.lock([token]).demand(token)
        guard let row = try await transaction.snapshot.tokens([token]).first else {
            throw Refusal.notFound("token", token.description)
        }
        return row
    }

    func target(_ row: TokenRow) -> (thing: Thing, version: Int)? { (.token(row.id), row.version) }

    func decide(_ row: TokenRow, _ context: Context) throws(Refusal) -> Decision {
        if row.isRevoked { throw .conflict("\(row.id) is revoked already") }
        return Decision(.revokeToken(row.id))
    }
}
