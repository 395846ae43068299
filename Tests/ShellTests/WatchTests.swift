import Glibc
import Shell
import Synchronization
import Testing

/// `licentia watch`: events over connections that come and go.
struct WatchTests {
    typealias Script = ScriptedServer.Script

    @Test(arguments: [
        (["watch"], "watch"),
        (["watch", "from=7"], "watch from=7"),
        (["@a", "Event", "WATCH", "from=E-7", "wait=0"], "@a Event WATCH wait=0 from=E-7"),
    ])
    func theRequestIsRead(_ words: [String], _ line: String) throws {
        #expect(try #require(WatchRequest(words)).line == line)
    }

    @Test(arguments: [["event", "list"], ["help", "watch"], ["watch", "E-7"], ["watching"]])
    func whatIsNoWatchIsNone(_ words: [String]) {
        #expect(WatchRequest(words) == nil)
    }

    @Test func itGoesOnBehindWhatWasTold() throws {
        var request = try #require(WatchRequest(["watch"]))
        request.hear(DataRow(kind: "watching", fields: [ReplyPair("next", "E-5")]))
        #expect(request.line == "watch from=E-5")
        request.hear(DataRow(kind: "event", fields: [ReplyPair("id", "E-5")]))
        request.hear(DataRow(kind: "event", fields: [ReplyPair("id", "E-9")]))
        request.hear(DataRow(kind: "event", fields: []))
        #expect(request.line == "watch from=E-10")
    }

    /// Half a line, a daemon that is full, one whose database is away, one that goes down in good
    /// order: whatever was told stays told, and nothing is told twice.
    @Test(arguments: [false, true])
    func aLostConnectionIsNoEnd(json: Bool) async throws {
        let scripts = [
            Script(reply: Self.lines(["watching next=E-1", "event id=E-1"], json) + Self.half),
            Script(greeting: "BYE too-many-sessions message=\"Later.\"\n", reply: ""),
            Script(
                reply: json
                    ? "{\"status\":\"NO\",\"code\":\"store-unavailable\",\"retry\":true}\n"
                    : "NO store-unavailable retry=yes message=\"Away.\"\n"),
            Script(
                reply: Self.lines(["watching next=E-2", "event id=E-2"], json)
                    + (json ? "{\"status\":\"OK\",\"next\":\"E-3\"}\n" : "OK next=E-3\n")),
            Script(
                reply: Self.lines(["watching next=E-3", "event id=E-4"], json), hangsUp: false),
        ]
        let (output, errors) = (Recorder(), Recorder())
        let asked = try await ScriptedServer.with(scripts) { path in
            let watch = try Watch(
                #require(WatchRequest(["watch"])), dialler: Dialler(.unix(path: path)),
                wantsJSON: json, printer: ReplyPrinter(.bare, to: output.sink),
                errors: errors.sink, firstPause: .milliseconds(1))
            let watching = Task {
                var watch = watch
                return try await watch.run()
            }
            try await eventually { output.text.contains("E-4") }
            watching.cancel()
            #expect(try await watching.value == .done)
        }
        #expect(
            asked.filter { $0 != "format json" }
                == ["watch", "watch from=E-2", "watch from=E-2", "watch from=E-3"])
        let events = output.lines.filter { $0.contains("event") }
        #expect(
            events
                == Self.lines(["event id=E-1", "event id=E-2", "event id=E-4"], json)
                .split(separator: "\n").map(String.init))
        #expect(!output.text.contains("OK"))
        #expect(errors.text.contains("connected again; going on from E-2."))
        #expect(errors.text.split(separator: "\n").count == 4)
    }

    @Test(arguments: [
        ("NO denied message=\"Not yours.\"\n", ShellStatus.refused, "NO denied: Not yours."),
        ("BAD bad-value message=\"No.\"\n", .misunderstood, "BAD bad-value: No."),
        ("BYE shutdown retry=yes message=\"Bye.\"\n", .disconnected, "BYE shutdown: Bye."),
        ("* watching next=E-1\nNO denied message=\"No longer.\"\n", .refused, "No longer."),
    ])
    func aRefusalIsTheEnd(_ reply: String, _ status: ShellStatus, _ message: String) async throws {
        _ = try await ScriptedServer.with([Script(reply: reply)]) { path in
            let session = await ShellSession.run(["watch"], at: path)
            #expect(session.status == status)
            #expect(session.errors.contains(message))
        }
    }

    @Test func theFirstConnectionMustBe() async {
        let session = await ShellSession.run(["watch"], at: TestServer.freshPath())
        #expect(session.status == .disconnected)
        #expect(session.errors.contains("Is licentiad running?"))
    }

    @Test func aWatchWithAnEndEnds() async throws {
        let reply = "* watching next=E-1\n* event id=E-1 thing=O-1\nOK next=E-2\n"
        _ = try await ScriptedServer.with([Script(reply: reply)]) { path in
            let bare = await ShellSession.run(["watch", "wait=0"], at: path)
            #expect(bare.status == .done)
            #expect(bare.output == reply)
            let shown = await ShellSession.run(["watch wait=0"], at: path, onTerminal: true)
            #expect(
                shown.output
                    == "watching  next=E-1\nevent  id=E-1  thing=O-1\nOK next=E-2\n")
        }
    }

    @Test func aTableNeedsAnEnd() async throws {
        let reply = "* watching next=E-1\n* event id=E-1\nOK next=E-2\n"
        _ = try await ScriptedServer.with([Script(reply: reply)]) { path in
            let table = await ShellSession.run(["--csv", "watch", "wait=0"], at: path)
            #expect(table.output == "kind,next,id\r\nwatching,E-1,\r\nevent,,E-1\r\n")
            let endless = await ShellSession.run(["--csv", "watch"], at: path)
            #expect(endless.status == .misunderstood)
            #expect(endless.errors.contains("wait=SECONDS"))
        }
    }

    @Test func controlCIsTheGoodEnd() async throws {
        let script = Script(reply: "* watching next=E-1\n", hangsUp: false)
        _ = try await ScriptedServer.with([script]) { path in
            let output = Recorder()
            var surroundings = Surroundings()
            surroundings.interruption = {
                while output.text.isEmpty { try? await Task.sleep(for: .milliseconds(5)) }
            }
            let status = await ShellRun.start(
                ["--socket", path, "watch"], in: surroundings, input: ShellSession.lines(""),
                output: output.sink, errors: Recorder().sink)
            #expect(status == .done)
        }
    }

    /// At the prompt the next line ends it; that one is the shell's own and is not shown.
    @Test func atThePromptTheSessionGoesOn() async throws {
        let (output, errors) = (Recorder(), Recorder())
        let lines = Mutex(["whoami", "watch"])
        try await TestServer.with { server in
            var shell = Interactive(
                Dialler(.unix(path: server.path)),
                source: LineSource { _ in lines.withLock { $0.popLast() } }, wantsJSON: false,
                printer: ReplyPrinter(.bare, to: output.sink), errors: errors.sink,
                interruption: {
                    while !output.text.contains("E-1") {
                        try? await Task.sleep(for: .milliseconds(5))
                    }
                })
            _ = try await shell.run()
        }
        #expect(
            output.lines
                == ["* event id=E-1", "OK next=E-2", "* account name=nobody", "OK"])
        #expect(errors.text.contains("Control-C ends the watch."))
    }

    private static let half = "* event id=E-"

    private static func lines(_ lines: [String], _ json: Bool) -> String {
        lines.map { line in
            guard json else { return "* \(line)\n" }
            let words = line.split(separator: " ")
            let fact = words[1].split(separator: "=")
            return "{\"kind\":\"\(words[0])\",\"\(fact[0])\":\"\(fact[1])\"}\n"
        }.joined()
    }

    private func eventually(_ holds: () -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while !holds(), ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(5)) }
        #expect(holds())
    }
}
