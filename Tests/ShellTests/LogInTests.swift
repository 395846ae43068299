import Credentials
import Glibc
import Shell
import Synchronization
import Testing

struct LogInTests {
    @Test(arguments: [
        (["--account", "ann"], ["LICENTIA_PASSWORD": TestLogIn.password], "ann"),
        ([], ["LICENTIA_ACCOUNT": "ann", "LICENTIA_PASSWORD": TestLogIn.password], "ann"),
        (["--account", "ann"], ["LICENTIA_ACCOUNT": "bob", "LICENTIA_PASSWORD": "p€ncil"], "ann"),
        ([], ["LICENTIA_PASSWORD": "unused"], "nobody"),
    ])
    func byPassword(_ options: [String], _ environment: [String: String], _ name: String)
        async throws
    {
        let session = try await TestServer.with {
            await ShellSession.run(options + ["whoami"], at: $0.path, environment: environment)
        }
        #expect(session.status == .done)
        #expect(session.output == "* account name=\(name)\nOK\n")
        #expect(session.errors.isEmpty)
    }

    @Test func thePasswordIsAskedFor() async throws {
        try await TestServer.with { server in
            let known = await ShellSession.run(
                ["--account", "ann", "whoami"], at: server.path, secret: TestLogIn.password)
            #expect(known.output.contains("name=ann"))
            let nobody = await ShellSession.run(["--account", "ann", "whoami"], at: server.path)
            #expect(nobody.status == .misunderstood)
            #expect(nobody.errors.contains("LICENTIA_PASSWORD_FILE"))
        }
    }

    @Test(arguments: [("ann", "wrong"), ("bob", "p€ncil")])
    func whatIsWrongIsRefused(_ name: String, _ password: String) async throws {
        let session = try await TestServer.with {
            await ShellSession.run(
                ["--account", name, "organisation", "add", "name=A"], at: $0.path, secret: password)
        }
        #expect(session.status == .refused)
        #expect(session.output.isEmpty)
        #expect(
            session.errors
                == "licentia: the log-in was refused: NO auth-failed: Name or password is wrong.\n")
    }

    /// A server that lets in whoever comes, or asks for less than it may, knows no password.
    @Test(arguments: ["liar", "mute"])
    func aServerThatProvesNothingIsNotBelieved(_ name: String) async throws {
        let session = try await TestServer.with {
            await ShellSession.run(["--account", name, "whoami"], at: $0.path, secret: "x")
        }
        #expect(session.status == .refused)
        #expect(session.output.isEmpty)
    }

    @Test func secretsMayStandInFiles() async throws {
        try await Self.withFile(TestLogIn.token.text + "\n") { path in
            let session = try await TestServer.with {
                await ShellSession.run(["--token-file", path, "whoami"], at: $0.path)
            }
            #expect(session.output.contains("name=token"))
            let byName = try await TestServer.with {
                await ShellSession.run(
                    ["whoami"], at: $0.path, environment: ["LICENTIA_TOKEN_FILE": path])
            }
            #expect(byName.output.contains("name=token"))
        }
        try await Self.withFile(TestLogIn.password + "\r\nmore\n") { path in
            let environment = ["LICENTIA_PASSWORD_FILE": path]
            let session = try await TestServer.with {
                await ShellSession.run(
                    ["--account", "ann", "whoami"], at: $0.path, environment: environment)
            }
            #expect(session.output.contains("name=ann"))
            let other = await ShellSession.run(["--token-file", path, "whoami"])
            #expect(other.status == .misunderstood)
            #expect(other.errors.contains("not a token") && !other.errors.contains("p€ncil"))
        }
        let missing = await ShellSession.run(["--token-file", "/nonexistent", "ping"])
        #expect(missing.errors.contains("the token in /nonexistent: No such file or directory"))
        let unread = await ShellSession.run(
            ["--account", "ann", "ping"], environment: ["LICENTIA_PASSWORD_FILE": "/nonexistent"])
        #expect(unread.status == .misunderstood)
        #expect(unread.errors.contains("LICENTIA_PASSWORD_FILE"))
    }

    @Test func everyConnectionLogsIn() async throws {
        let output = Recorder()
        let lines = Mutex(["whoami", "shut down", "whoami"])
        try await TestServer.with { server in
            var dialler = Dialler(.unix(path: server.path))
            dialler.logIn = LogIn(.token(TestLogIn.token))
            var shell = Interactive(
                dialler, source: LineSource { _ in lines.withLock { $0.popLast() } },
                wantsJSON: false, printer: ReplyPrinter(.bare, to: output.sink),
                errors: Recorder().sink)
            _ = try await shell.run()
        }
        #expect(output.lines.count { $0 == "* account name=token" } == 2)
    }

    @Test(arguments: [("secret\r", "secret"), ("\r", nil), ("se\u{3}cret\r", nil), ("\u{4}", nil)])
    func whatIsTypedIsNotShown(_ keys: String, _ secret: String?) async throws {
        let (answer, screen) = try await PseudoTerminal.type(keys) {
            SecretPrompt.ask("password: ", on: $0)
        }
        #expect(answer == secret)
        #expect(screen.hasPrefix("password: ") && !screen.contains("se"))
    }

    private static func withFile(
        _ content: String, _ body: (String) async throws -> Void
    ) async throws {
        var template = Array("/tmp/licentia-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        try #require(file >= 0)
        let path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        #expect(write(file, content, content.utf8.count) == content.utf8.count)
        close(file)
        try await body(path)
    }
}
