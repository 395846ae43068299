import AdminProtocol
import Registry
import Store

struct ExpiryHistory: ReadCommand {
    static let spec = CommandSpec(
        ["expiry", "history"], "Lists the expiry runs, the latest first.",
        arguments: ArgumentSpec.paging, example: "expiry history limit=7")
    static let audience: Set<AccountRole> = [.auditor, .administrator, .operator]

    private let before: CivilDate?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        guard let text = request.after else {
            before = nil
            return
        }
        guard let date = CivilDate(text) else {
            throw request.badValue("after", want: "next= of the page before, a date")
        }
        before = date
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let limit = context.request.limit
        let runs = try await snapshot.runs(before: before, limit: limit + 1)
        return Reply(page: runs, limit: limit, next: { "\($0.on)" }, line: \.line)
    }
}

extension RunRow {
    fileprivate var line: DataLine {
        var line = DataLine("run")
        line.add("on", date: on)
        line.add("items", integer: items)
        line.add("started", word: started)
        line.add("finished", word: finished)
        return line
    }
}
