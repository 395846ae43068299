import AdminProtocol
import Registry
import Store

struct TrainingList: ReadCommand {
    static let spec = CommandSpec(
        ["training", "list"], "Lists trainings by number.",
        arguments: CourseFilterArguments.specs(
            kind: ArgumentSpec(
                "kind", .choice(TrainingKind.allCases.map(\.rawValue)), "only those of it")),
        example: "training list programme=CPSMP from=2026-01-01")
    static let audience = Set<AccountRole>.insiders

    private let arguments: CourseFilterArguments
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try CourseFilterArguments(request, kind: "kind", today: today)
        page = try request.page(of: TrainingID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let rows = try await snapshot.trainings(try await arguments.filter(snapshot), page: page)
        return Reply(
            page: rows, limit: context.request.limit, next: { "\($0.id)" }, line: \.line)
    }
}
