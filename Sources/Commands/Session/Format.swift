import AdminProtocol
import Registry

struct Format: SessionCommand {
    static let spec = CommandSpec(
        ["format"], "Chooses how replies are written from this one on.",
        arguments: [
            ArgumentSpec(
                "format", .choice([ReplyFormat.text, .json].map(\.rawValue)), isRequired: true,
                isSubject: true, "text for people, json for programs")
        ],
        example: "format json")
    static let audience = Set<AccountRole>.everybody

    private let format: ReplyFormat

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        format = try request.choice("format")
    }

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        var reply = Reply()
        reply.format = format
        return reply
    }
}
