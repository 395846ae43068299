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
            ArgumentSpec("request", .requestToken, "only the one under this token"),
            ArgumentSpec("from", .date, "only those of this day or later, in UTC"),
            ArgumentSpec("until", .date, "only those of this day or earlier, in UTC"),
            ArgumentSpec("newest", .boolean, "yes: from the newest backwards"),
        ] + ArgumentSpec.paging,
        example: "event list L-1 newest=yes")
    static let audience = Set<AccountRole>.readers

    private let filter: EventFilter
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        var filter = EventFilter()
        filter.thing = request.optionalText("thing")?.uppercased()
        filter.command = request.optionalText("command")
        filter.account = request.optionalText("account")
        filter.request = request.optionalText("request")
        filter.from = try request.optionalDate("from", today: today)
        filter.until = try request.optionalDate("until", today: today)
        filter.newestFirst = try request.boolean("newest")
        self.filter = filter
        page = try request.page(of: EventID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let rows = try await snapshot.events(filter, page: page)
        return Reply(
            page: rows, limit: context.request.limit, next: { "\($0.id)" }, line: \.line)
    }
}
