import AdminProtocol
import Registry

struct WhoAmI: SessionCommand {
    static let spec = CommandSpec(
        ["whoami"], "Tells under which account this session works, and with which roles.",
        example: "whoami")

    static let audience = Set<AccountRole>.everybody

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {}

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        var line = DataLine("account")
        line.add("name", text: context.account.name)
        line.add("auth", word: context.account.method.rawValue)
        line.add("role", list: context.account.roles.names)
        if context.account.scope != .all { line.add("scope", word: context.account.scope) }
        return Reply([line])
    }
}
