import Shell
import Testing

struct ListPagesTests {
    private static let more = Outcome(
        status: .ok, fields: [ReplyPair("more", "yes"), ReplyPair("next", "O-3")])

    @Test(arguments: [
        ("organisation list", "organisation list after=O-3"),
        ("@a organisation list after=O-1 limit=3", "@a organisation list limit=3 after=O-3"),
        (#"x find text="a \" after=1 b" y"#, #"x find text="a \" after=1 b" y after=O-3"#),
    ])
    func theNextPageIsTheSameLineFurtherOn(_ request: String, _ next: String) {
        #expect(ListPages(request).next(after: Self.more) == next)
    }

    @Test func theLastPageHasNoNext() {
        let pages = ListPages("organisation list")
        #expect(pages.next(after: Outcome(status: .ok)) == nil)
        #expect(pages.next(after: Outcome(status: .refused, fields: Self.more.fields)) == nil)
        let odd = Outcome(
            status: .ok, fields: [ReplyPair("more", "yes"), ReplyPair("next", "a b")])
        #expect(pages.next(after: odd) == #"organisation list after="a b""#)
    }

    @Test(arguments: [false, true])
    func allPagesAreOneList(json: Bool) async throws {
        let session = try await TestServer.with {
            await ShellSession.run(
                (json ? ["--json"] : []) + ["--all", "person", "list", "limit=2"], at: $0.path)
        }
        #expect(session.status == .done)
        let lines = session.output.split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines.last == (json ? #"{"status":"OK"}"# : "OK"))
        #expect(lines[4].contains("P-5"))
    }

    @Test func allPagesAreOneCSVTable() async throws {
        let session = try await TestServer.with {
            await ShellSession.run(["--csv", "--all", "person", "list", "limit=2"], at: $0.path)
        }
        #expect(
            session.output == "id,email\r\nP-1,\r\nP-2,\"a,b\"\r\nP-3,\r\nP-4,\"a,b\"\r\nP-5,\r\n")
        #expect(session.errors.isEmpty)
    }

    @Test func aTableWhereThereIsNoTerminal() async throws {
        let session = try await TestServer.with {
            await ShellSession.run(["--table", "person", "list"], at: $0.path)
        }
        #expect(session.output.hasPrefix("id   email\nP-1\nP-2  a,b\n"))
    }

    @Test func severalKindsHaveAColumnOfTheirOwn() async throws {
        var table = CSVTable()
        try table.take(DataRow(kind: "verdict", fields: [ReplyPair("may-offer", "no")]))
        try table.take(
            DataRow(kind: "reason", fields: [ReplyPair("for", "offer"), ReplyPair("code", "x")]))
        #expect(
            String(decoding: table.bytes, as: UTF8.self)
                == "kind,may-offer,for,code\r\nverdict,no,,\r\nreason,,offer,x\r\n")
        #expect(CSVTable().bytes.isEmpty)
    }
}
