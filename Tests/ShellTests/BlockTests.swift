import Shell
import Testing

/// Blocks, against a server that asks for one and answers once it has ended.
struct BlockTests {
    @Test func standardInputIsTheBlockOfOneRequest() async throws {
        let (session, received) = try await BlockServer.with {
            await ShellSession.run(["import", "people"], input: "name\n.x\n\n# Ann", at: $0)
        }
        #expect(session.status == .done)
        #expect(session.output == "OK\n")
        #expect(received == ["import people", "name", "..x", "", "# Ann", "."])
    }

    @Test func aScriptHoldsTheBlockAsItIsSent() async throws {
        let (session, received) = try await BlockServer.with {
            await ShellSession.run([], input: "# x\nimport people\nname\n..x\n# Ann\n.\n", at: $0)
        }
        #expect(session.status == .done)
        #expect(received == ["import people", "name", "..x", "# Ann", "."])
    }
}
