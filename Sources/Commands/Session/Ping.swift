import AdminProtocol
import Registry

struct Ping: SessionCommand {
    static let spec = CommandSpec(
        ["ping"], "Answers OK: the daemon is there.",
        example: "ping")
    static let audience = Set<AccountRole>.everybody

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {}

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        Reply()
    }
}
