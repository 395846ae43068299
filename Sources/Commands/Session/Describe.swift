import AdminProtocol
import Registry

struct Describe: SessionCommand {
    static let spec = CommandSpec(
        ["describe"], "Gives the grammar of the commands as data, for programs.",
        takesWords: true, example: "describe licence grant")
    static let audience = Set<AccountRole>.everybody

    private let words: [String]

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        words = request.words
    }

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        let lines = CommandTable.grammar.describe(words) {
            CommandTable.isVisible($0, to: context.account)
        }
        guard let lines else { throw Refusal.noCommand(words) }
        return Reply(lines)
    }
}
