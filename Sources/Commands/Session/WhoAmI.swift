import AdminProtocol
import Registry

struct WhoAmI: SessionCommand {
    static let spec = CommandSpec(
        ["whoami"], "Tells under which account this session works.",
        example: "whoami")

    static let audience = Set(AccountRole.allCases)

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {}

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        var line = DataLine("account")
        line.add("name", text: context.account.name)
        line.add("role", word: context.account.role.rawValue)
        return Reply([line])
    }
}
