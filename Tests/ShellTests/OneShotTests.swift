import Glibc
import NIOCore
import Server
import Shell
import Testing

struct OneShotTests {
    @Test(arguments: [
        (["ping"], ShellStatus.done, "OK\n"),
        (["@a", "ping"], .done, "@a OK\n"),
        (["quit"], .done, "BYE logout message=\"Bye.\"\n"),
        (
            ["organisation", "add", "name=A \"B\" C", "country=IE"], .done,
            "* organisation id=O-1 name=\"A \\\"B\\\" C\" version=1\nOK\n"
        ),
        (
            ["licence", "grant", "O-1"], .refused,
            "* reason code=licence-overlap with=L-1\n"
                + "NO licence-overlap reasons=1 message=\"L-1 covers it already.\"\n"
        ),
        (["shut", "down"], .disconnected, "BYE shutdown retry=yes message=\"Going down.\"\n"),
    ])
    func bare(arguments: [String], status: ShellStatus, output: String) async throws {
        let session = try await TestServer.with { await ShellSession.run(arguments, at: $0.path) }
        #expect(session.status == status)
        #expect(session.output == output)
        #expect(session.errors.isEmpty == (status == .done))
    }

    @Test func misunderstood() async throws {
        let session = try await TestServer.with { await ShellSession.run(["pong"], at: $0.path) }
        #expect(session.status == .misunderstood)
        #expect(session.output.hasPrefix("BAD unknown-command"))
        #expect(session.errors.hasPrefix("licentia: BAD unknown-command: "))
    }

    @Test func overTCP() async throws {
        let session = try await TestServer.with(.tcp(host: "127.0.0.1", port: 0)) {
            await ShellSession.run(["--connect", $0.path, "ping"])
        }
        #expect(session.status == .done)
        #expect(session.output == "OK\n")
        let nobody = await ShellSession.run(["--connect", "127.0.0.1:1", "ping"])
        #expect(nobody.status == .disconnected)
        #expect(nobody.errors.contains("cannot connect to 127.0.0.1:1: Connection refused"))
        let unknown = await ShellSession.run(["--connect", "nobody.invalid", "ping"])
        #expect(unknown.status == .disconnected)
        #expect(unknown.errors.contains("Look for a slip in --connect"))
    }

    @Test func json() async throws {
        try await TestServer.with { server in
            let list = await ShellSession.run(["--json", "organisation", "list"], at: server.path)
            #expect(list.status == .done)
            #expect(list.output.split(separator: "\n").count == 4)
            #expect(
                list.output.hasPrefix(
                    #"{"kind":"organisation","id":"O-1","name":"Name 1","version":1}"#))
            let no = await ShellSession.run(["--json", "licence", "grant", "O-1"], at: server.path)
            #expect(no.status == .refused)
            #expect(no.errors == "licentia: NO licence-overlap: L-1 covers it already.\n")
        }
    }

    @Test func aTerminalGetsATable() async throws {
        let session = try await TestServer.with {
            await ShellSession.run(["organisation", "list"], at: $0.path, onTerminal: true)
        }
        #expect(
            session.output == """
                id   name    version
                O-1  Name 1        1
                O-2  Name 2        2
                O-3  Name 3        3
                OK more=yes next=O-3  (go on with after=O-3)

                """)
    }

    @Test func aWrongArgumentIsUsage() async throws {
        let session = await ShellSession.run(["ping", "x=\u{1B}"], at: "/nonexistent.sock")
        #expect(session.status == .misunderstood)
        #expect(session.errors.contains("control character"))
    }

    @Test func nobodyThere() async throws {
        let path = TestServer.freshPath()
        let session = await ShellSession.run(["ping"], at: path)
        #expect(session.status == .disconnected)
        #expect(session.output.isEmpty)
        #expect(session.errors.contains(path))
        #expect(session.errors.contains("Is licentiad running?"))
    }

    @Test func aSocketLeftBehind() async {
        let path = TestServer.freshPath()
        RawServer.leaveSocket(at: path)
        defer { unlink(path) }
        let session = await ShellSession.run(["ping"], at: path)
        #expect(session.status == .disconnected)
        #expect(session.errors.contains("nobody listens at \(path)"))
    }

    @Test func tooLongAPath() async throws {
        let path = "/tmp/" + String(repeating: "x", count: 200)
        let session = await ShellSession.run(["ping"], at: path)
        #expect(session.status == .disconnected)
        #expect(session.errors.contains("too long"))
    }

    @Test(arguments: [
        ("* licentia version=1\nOK ready\n", "* organisation id=O-1\n", "lost before the answer"),
        ("* licentia version=1\nOK ready\n", "", "lost before the answer"),
        ("* licentia version=1\nOK ready\n", "HTTP/1.1 400\n", "does not speak"),
        ("220 mail\n", nil, "does not speak"),
        ("", nil, "did not greet"),
        (
            "BYE too-many-sessions message=\"Come later.\"\n", nil,
            "BYE too-many-sessions: Come later."
        ),
    ])
    func lost(greeting: String, reply: String?, message: String) async throws {
        let session = try await RawServer.with(onConnect: greeting, onRequest: reply) {
            await ShellSession.run(["ping"], at: $0)
        }
        #expect(session.status == .disconnected)
        #expect(session.errors.contains(message))
    }

    @Test func whoNeverGreetsIsGivenUp() async throws {
        try await RawServer.with(onConnect: "", onRequest: "") { path in
            let dialler = Dialler(.unix(path: path), patience: .milliseconds(100))
            await #expect(throws: ShellFailure.self) { try await dialler.withConversation { _ in } }
        }
    }

    @Test(arguments: [(EPIPE, ""), (ENOSPC, "No space left on device")])
    func nobodyTakesTheOutput(error: Int32, message: String) async throws {
        let status = try await TestServer.with { server in
            let errors = Recorder()
            let status = await ShellRun.start(
                ["--socket", server.path, "organisation", "list"], in: Surroundings(),
                input: ShellSession.lines(""), output: Sink { _ in error }, errors: errors.sink)
            #expect(
                errors.text.isEmpty == message.isEmpty
                    && (message.isEmpty || errors.text.contains(message)))
            return status
        }
        #expect(status == .disconnected)
    }
}
