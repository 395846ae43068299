import AdminProtocol
import Registry
import Store

struct EventList: ReadCommand {
    static let spec = CommandSpec(
        ["event", "list"], "Lists what was changed, when, by whom, with before and after.",
        arguments: [
            ArgumentSpec(
                "thing", .text, isSubject: true, "only changes of it: an id or a programme's code"),
            ArgumentSpec("command", .text, "only those by this command"),
            ArgumentSpec("account", .text, "only those by this account"),
        ] + ArgumentSpec.paging,
        example: "event list L-1")

    private let thing: String?
    private let command: String?
    private let account: String?
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        thing = request.optionalText("thing")?.uppercased()
        command = request.optionalText("command")
        account = request.optionalText("account")
        page = try request.page(of: EventID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let rows = try await snapshot.events(
            thing: thing, command: command, account: account, page: page)
        return Reply(
            page: rows, limit: context.request.limit, next: { "\($0.id)" }, line: \.line)
    }
}
