import Shell
import Testing

struct ScriptTests {
    private let script = """
        # a remark

        ping
          \t
        @b organisation add name="A B"
        licence grant O-1
        ping
        pong
        ping
        """

    @Test func stopsAtTheFirstRefusal() async throws {
        let session = try await TestServer.with { [script] in
            await ShellSession.run([], input: script, at: $0.path)
        }
        #expect(session.status == .refused)
        #expect(session.errors == "licentia: line 6: NO licence-overlap: L-1 covers it already.\n")
        #expect(
            session.output == """
                OK
                @b * organisation id=O-1 name="A B" version=1
                @b OK
                * reason code=licence-overlap with=L-1
                NO licence-overlap reasons=1 message="L-1 covers it already."

                """)
    }

    @Test func keepsGoing() async throws {
        let session = try await TestServer.with { [script] in
            await ShellSession.run(["--keep-going"], input: script, at: $0.path)
        }
        #expect(session.status == .misunderstood)
        let errors = session.errors.split(separator: "\n")
        #expect(errors.count == 2)
        #expect(errors.first?.hasPrefix("licentia: line 6: NO ") == true)
        #expect(errors.last?.hasPrefix("licentia: line 8: BAD unknown-command") == true)
        #expect(session.output.split(separator: "\n").count { $0.hasSuffix("OK") } == 4)
    }

    @Test(arguments: [[], ["--keep-going"]])
    func manyLines(arguments: [String]) async throws {
        let lines = (1...3_000).map { "@t\($0) ping" }
        let session = try await TestServer.with { server in
            await ShellSession.run(arguments, input: lines.joined(separator: "\n"), at: server.path)
        }
        #expect(session.status == .done)
        #expect(
            session.output.split(separator: "\n").map(String.init)
                == (1...3_000).map { "@t\($0) OK" })
    }

    @Test func json() async throws {
        let session = try await TestServer.with {
            await ShellSession.run(["--json"], input: "ping\r\nlicence grant O-1\n", at: $0.path)
        }
        #expect(session.status == .refused)
        #expect(session.output.hasPrefix("{\"status\":\"OK\"}\n{\"kind\":\"reason\""))
        #expect(session.errors.hasPrefix("licentia: line 2: NO "))
    }

    @Test(arguments: [
        ([], "quit\nping\n", ShellStatus.done), (["--keep-going"], "quit\n", .done),
        ([], "shut down\nping\n", .disconnected),
        (["--keep-going"], "ping\nshut down\n", .disconnected),
        ([], "", .done), (["--keep-going"], "# nothing\n", .done),
    ])
    func ends(arguments: [String], script: String, status: ShellStatus) async throws {
        let session = try await TestServer.with {
            await ShellSession.run(arguments, input: script, at: $0.path)
        }
        #expect(session.status == status)
    }

    @Test func brokenBytesAreTheServersToRefuse() async throws {
        let session = try await TestServer.with {
            await ShellSession.run(
                ["--keep-going"], input: "ping \u{0}\nping \u{85}\nping\n", at: $0.path)
        }
        #expect(session.status == .misunderstood)
        #expect(
            session.output.split(separator: "\n").count { $0.hasPrefix("BAD control-character") }
                == 2)
        #expect(session.output.hasSuffix("OK\n"))
    }

    @Test(arguments: [[], ["--keep-going"]])
    func lostOnTheWay(arguments: [String]) async throws {
        let session = try await RawServer.with(
            onConnect: "* licentia version=1\nOK ready\n", onRequest: "OK\n"
        ) {
            await ShellSession.run(arguments, input: "\nping\nping\nping\n", at: $0)
        }
        #expect(session.status == .disconnected)
        #expect(session.errors.contains("lost before the answer"))
        #expect(session.errors.hasPrefix("licentia: line "))
    }
}
