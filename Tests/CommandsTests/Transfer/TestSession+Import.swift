import AdminProtocol
import Testing

extension TestSession {
    /// Sends an `import` line and the file that it asks for.
    func importing(
        _ line: String, _ file: String, pieceSize: Int = 7,
        _ location: SourceLocation = #_sourceLocation
    ) async -> TestReply {
        let client = PlayedClient(block: file, pieceSize: pieceSize)
        let reply = await send("import " + line, client: client, location)
        #expect(
            client.asked == [.prompt("send CSV, end with a line holding a single dot")],
            sourceLocation: location)
        return reply
    }
}

extension TestReply {
    /// `read/stored/unchanged/refused` of the summary.
    var summary: String {
        let line = data.last { $0.kind == "summary" }
        return ["read", "stored", "unchanged", "refused"].map { line?[$0] ?? "-" }
            .joined(separator: "/")
    }

    /// `line code` of each refused row.
    var refusedRows: [String] {
        data.filter { $0.kind == "refused" }.map { "\($0["line"] ?? "-") \($0["code"] ?? "-")" }
    }
}
