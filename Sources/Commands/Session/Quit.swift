import AdminProtocol
import Registry

struct Quit: SessionCommand {
    static let spec = CommandSpec(
        ["quit"], "Ends the session.",
        example: "quit")
    static let audience = Set<AccountRole>.everybody

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {}

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        var reply = Reply(final: .bye(code: .logout, message: "until next time"))
        reply.closes = true
        return reply
    }
}
