import AdminProtocol
import Registry
import Store

struct Export: SessionCommand {
    static let spec = CommandSpec(
        ["export"],
        "Gives all records of a kind as CSV, a row in each data line, as import takes them.",
        arguments: [
            ArgumentSpec(
                "kind", .choice(TransferKind.allCases.map(\.rawValue)), isRequired: true,
                isSubject: true, "what the rows are"),
            ArgumentSpec(
                "safe", .boolean,
                "yes: no cell that a spreadsheet takes for a formula; import it by safe=yes too"),
        ],
        example: "export people")

    static let audience = Set<AccountRole>.readers

    private let kind: TransferKind
    private let isSafe: Bool

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        kind = try request.choice("kind")
        isSafe = try request.boolean("safe")
    }

    /// All of one moment, and never more in memory than a page. Not tried again where the
    /// connection is lost: what was sent cannot be taken back.
    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        let sight = context.account.sight(on: context.today)
        let count = try await surroundings.store.readOnce(as: sight) { snapshot in
            let columns = ExportColumns(kind.command)
            try await send(columns.names, context)
            var rows = 0
            var pages = ExportPages(kind: kind, snapshot: snapshot, today: context.today)
            while let page = try await pages.next() {
                let book = try await ExportNames(of: page, columns, snapshot)
                for line in page { try await send(columns.cells(of: line, book), context) }
                rows += page.count
            }
            return rows
        }
        return Reply(final: .ok([Field("rows", .integer(count))]))
    }

    private func send(_ cells: [String], _ context: Context) async throws {
        var bytes: [UInt8] = []
        CSVWriter.append(row: isSafe ? cells.map(CSVWriter.safe) : cells, to: &bytes)
        let text = String(decoding: bytes.dropLast(2), as: UTF8.self)
        try await context.send(DataLine("row", [Field("csv", .text(text))]))
    }
}
