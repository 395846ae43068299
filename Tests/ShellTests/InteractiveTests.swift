import Foundation
import Glibc
import Shell
import Synchronization
import Testing

struct InteractiveTests {
    /// Lines that a person types; an entry may do something first, such as stopping the server.
    private func source(
        _ lines: [String], before: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> LineSource {
        let next = Mutex(0)
        return LineSource { _ in
            let index = next.withLock { index in
                defer { index += 1 }
                return index
            }
            guard index < lines.count else { return nil }
            await before(index)
            return lines[index]
        }
    }

    private func shell(
        _ path: String, _ source: LineSource, json: Bool = false, _ output: Recorder,
        _ errors: Recorder
    ) -> Interactive {
        Interactive(
            Dialler(.unix(path: path)), source: source, wantsJSON: json,
            printer: ReplyPrinter(.bare, to: output.sink), errors: errors.sink)
    }

    @Test func talks() async throws {
        let (output, errors) = (Recorder(), Recorder())
        let status = try await TestServer.with { server in
            var shell = shell(
                server.path, source(["ping", "", "# x", "licence grant O-1", "ping"]), output,
                errors)
            return try await shell.run()
        }
        #expect(status == .done)
        #expect(output.lines.count == 4)
        #expect(errors.text.contains("connected to licentiad 9.9.9"))
    }

    @Test func json() async throws {
        let (output, errors) = (Recorder(), Recorder())
        try await TestServer.with { server in
            var shell = shell(
                server.path, source(["ping", "quit", "ping"]), json: true, output, errors)
            let status = try await shell.run()
            #expect(status == .done)
        }
        #expect(output.lines.first == #"{"status":"OK"}"#)
        #expect(output.lines.count == 2)
    }

    @Test func learnsTheVocabulary() async throws {
        let (output, errors) = (Recorder(), Recorder())
        let seen = Mutex(Vocabulary.empty)
        try await TestServer.with { server in
            let source = LineSource { vocabulary in
                seen.withLock { $0 = vocabulary }
                return nil
            }
            var shell = shell(server.path, source, output, errors)
            _ = try await shell.run()
        }
        #expect(seen.withLock { $0.commands.map(\.words) }.contains(["licence", "grant"]))
    }

    @Test func moreIsTheNextPage() async throws {
        let (output, errors) = (Recorder(), Recorder())
        try await TestServer.with { server in
            let lines = ["person list limit=2", "more", " MORE ", "more"]
            var shell = shell(server.path, source(lines), output, errors)
            _ = try await shell.run()
        }
        #expect(output.lines.count { $0.hasPrefix("* person ") } == 5)
        // There is no page after the last: the word goes to the server, which knows no such.
        #expect(output.lines.last?.hasPrefix("BAD unknown-command") == true)
    }

    @Test func learnsTheNamesItSees() async throws {
        let (output, errors) = (Recorder(), Recorder())
        let seen = Mutex(Vocabulary.empty)
        let lines = Mutex(["organisation list"])
        try await TestServer.with { server in
            let source = LineSource { vocabulary in
                seen.withLock { $0 = vocabulary }
                return lines.withLock { $0.popLast() }
            }
            var shell = shell(server.path, source, output, errors)
            _ = try await shell.run()
        }
        let vocabulary = seen.withLock(\.self)
        #expect(
            Completion(of: "organisation show o-", with: vocabulary).candidates
                == ["O-1 ", "O-2 ", "O-3 "])
    }

    @Test func filesGoInAndOut() async throws {
        let (output, errors) = (Recorder(), Recorder())
        var template = Array("/tmp/licentia-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let folder = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
        let path = "\(folder)/the people.csv"
        let lines = [
            "export people > \"\(path)\"", "export people >\"\(path)\"",
            "import people \"\(path)\"", "import people /nonexistent/a.csv", "import people",
            "export nothing > \(folder)/none.csv", "export people > a b", "ping",
        ]
        try await TestServer.with { server in
            var shell = shell(server.path, source(lines), output, errors)
            _ = try await shell.run()
        }
        let content = try String(contentsOfFile: path, encoding: .utf8)
        #expect(content == "name,email\r\n\"A \"\"B\"\"\n,\",\r\n=x,y\r\n")
        unlink(path)
        #expect(rmdir(folder) == 0, "a file that got no row is left")
        #expect(
            output.lines.prefix(3)
                == ["OK", "* block bytes=\(content.utf8.count) lines=4", "OK"])
        #expect(output.lines.last == "OK")
        for message in [
            "is there already", "No such file or directory", "name the file on the line",
            "one file comes last",
        ] { #expect(errors.text.contains(message)) }
    }

    @Test func theFirstConnectionMustBe() async throws {
        var shell = shell(TestServer.freshPath(), source(["ping"]), Recorder(), Recorder())
        await #expect(throws: ShellFailure.self) { _ = try await shell.run() }
    }

    @Test func aServerThatSaidByeIsCalledAgain() async throws {
        let (output, errors) = (Recorder(), Recorder())
        try await TestServer.with { server in
            var shell = shell(server.path, source(["shut down", "ping"]), output, errors)
            let status = try await shell.run()
            #expect(status == .done)
        }
        #expect(output.lines.last == "OK")
        #expect(errors.text.contains("again"))
    }

    /// The server ends between two lines: the second one was never sent, so it may go to the next.
    @Test func aLineGoesToTheNextServer() async throws {
        let (output, errors) = (Recorder(), Recorder())
        let path = TestServer.freshPath()
        let gate = Gate()
        var shell = shell(
            path, source(["@a ping", "@b ping"]) { if $0 == 1 { await gate.pass() } }, output,
            errors)
        async let servers: Void = {
            try await TestServer.with(path: path) { _ in await gate.reached() }
            try await TestServer.with(path: path) { _ in
                await gate.open()
                await gate.finished()
            }
        }()
        try await waitForServer(at: path)
        let status = try await shell.run()
        #expect(status == .done)
        await gate.finish()
        try await servers
        #expect(output.lines.filter { $0.hasPrefix("@") } == ["@a OK", "@b OK"])
        #expect(errors.text.contains("closed the connection; connecting again"))
    }

    @Test func aLineThatWasSentIsNotSentAgain() async throws {
        let (output, errors) = (Recorder(), Recorder())
        let served = try await FlakyServer.with { path in
            var shell = shell(path, source(["@a add", "@b add"]), output, errors)
            let status = try await shell.run()
            #expect(status == .done)
        }
        #expect(served == ["describe", "@a add", "describe", "@b add"])
        #expect(errors.text.contains("lost before the answer"))
        #expect(output.lines == ["@b OK"])
    }

    private func waitForServer(at path: String) async throws {
        for _ in 0..<500 {
            if (try? await Dialler(.unix(path: path)).withConversation { _ in }) != nil { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("the server did not start")
    }
}
