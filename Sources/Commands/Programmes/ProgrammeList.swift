import AdminProtocol
import Registry
import Store

struct ProgrammeList: ReadCommand {
    static let spec = CommandSpec(
        ["programme", "list"], "Lists the programmes that the registry knows.",
        arguments: ArgumentSpec.paging, example: "programme list")
    static let audience = Set<AccountRole>.insiders

    private let after: ProgrammeCode?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        guard let text = request.after else {
            after = nil
            return
        }
        guard let code = ProgrammeCode(text) else {
            throw request.badValue("after", want: "next= of the page before")
        }
        after = code
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let catalogue = try await snapshot.programmes()
        let all = catalogue.programmes
        var seen = 0
        if let after {
            _ = try catalogue.demand(after)
            seen = all.prefix { $0.code != after }.count + 1
        }
        return Reply(
            page: Array(all[seen...].prefix(context.request.limit + 1)),
            limit: context.request.limit, next: { $0.code.text },
            line: { $0.line(version: catalogue.versions[$0.code] ?? 1, on: context.today) })
    }
}
