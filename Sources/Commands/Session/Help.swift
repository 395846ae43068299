import AdminProtocol
import Registry

struct Help: SessionCommand {
    static let spec = CommandSpec(
        ["help"], "Lists the commands, or explains those whose words follow.", takesWords: true,
        example: "help licence grant")
    static let audience = Set<AccountRole>.everybody

    private let words: [String]

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        words = request.words
    }

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        let lines = CommandTable.grammar.help(for: words) {
            CommandTable.isVisible($0, to: context.account)
        }
        guard let lines else { throw Refusal.noCommand(words) }
        return Reply(lines)
    }
}

extension Refusal {
    /// Nothing that this account may call has these words.
    static func noCommand(_ words: [String]) -> Refusal {
        .no(
            .notFound, [Field("command", .text(words.joined(separator: " ")))],
            message: "there is no such command for this session; help lists them")
    }
}
