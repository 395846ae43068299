import AdminProtocol
import Registry

struct Capabilities: SessionCommand {
    static let spec = CommandSpec(
        ["capabilities"], "Tells what this server speaks and offers.",
        example: "capabilities")
    static let audience = Set<AccountRole>.everybody

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {}

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        var line = DataLine("capability")
        line.add("version", text: surroundings.version)
        line.add("protocol", integer: 1)
        line.add("formats", list: [ReplyFormat.text, .json].map(\.rawValue))
        line.add("auth", list: surroundings.auth)
        line.add("max-line", integer: ProtocolLimits.maxLine)
        line.add("max-page", integer: ProtocolLimits.maxPage)
        line.add("timezone", text: surroundings.timezone)
        line.add("commands", list: CommandTable.visible(to: context.account).map(\.name))
        return Reply([line])
    }
}
