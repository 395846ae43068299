import AdminProtocol
import Registry
import Store

struct WorkshopList: ReadCommand {
    static let spec = CommandSpec(
        ["workshop", "list"], "Lists workshops by number.",
        arguments: CourseFilterArguments.specs(
            kind: ArgumentSpec("mode", .word, "only those of it")),
        example: "workshop list programme=CPSMP from=2026-01-01")
    static let audience = Set<AccountRole>.insiders

    private let arguments: CourseFilterArguments
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try CourseFilterArguments(request, kind: "mode", today: today)
        page = try request.page(of: WorkshopID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let rows = try await snapshot.workshops(try await arguments.filter(snapshot), page: page)
        return Reply(
            page: rows, limit: context.request.limit, next: { "\($0.id)" }, line: \.line)
    }
}
