import Glibc
import Shell
import Testing

/// `import` and `export` as files go in and out.
struct TransferTests {
    @Test(arguments: [
        (["import", "people", "a.csv"], ["import", "people"], "a.csv"),
        (
            ["import", "/x/people-2026.csv", "mode=validate"],
            ["import", "people", "mode=validate"], "/x/people-2026.csv"
        ),
        (
            ["@t", "IMPORT", "Workshops", "mode=atomic", "w.csv"],
            ["@t", "IMPORT", "Workshops", "mode=atomic"], "w.csv"
        ),
        (["import", "kind=people", "list.csv"], ["import", "kind=people"], "list.csv"),
        (["import", "people", "./a=b.csv"], ["import", "people"], "./a=b.csv"),
    ])
    func aFileIsNamedOnTheLine(_ words: [String], _ request: [String], _ path: String) throws {
        let file = try #require(try FileImport(words))
        #expect(file.request == request)
        #expect(file.path == path)
    }

    @Test(arguments: [
        ["import", "people"], ["import", "people", "mode=validate"], ["import"],
        ["export", "people", "x.csv"], ["ping", "import", "x"],
    ])
    func withoutAFileTheBlockIsStandardInput(_ words: [String]) throws {
        #expect(try FileImport(words) == nil)
    }

    @Test(arguments: [
        (["import", "list.csv"], "cannot be told by its name"),
        (["import", "people-and-workshops.csv"], "cannot be told by its name"),
        (["import", "people", "a.csv", "b.csv"], "one file at a time"),
        (["import", "peple", "a.csv"], "there is no kind 'peple'"),
        (["import", "people", "/nonexistent/a.csv"], "No such file or directory"),
        (["import", "people", "/"], "Is a directory"),
    ])
    func whatCannotBeImportedIsSaid(_ words: [String], _ message: String) async throws {
        let session = try await TestServer.with { await ShellSession.run(words, at: $0.path) }
        #expect(session.status == .misunderstood)
        #expect(session.errors.contains(message))
        #expect(session.output.isEmpty)
    }

    @Test func aFileGoesOverAsItIs() async throws {
        let content = "name\r\n.x\r\n..\r\n\"a\nb\"\r\nlast"
        let (session, _) = try await Self.withFile("people-1.csv", content) { path in
            try await TestServer.with { await ShellSession.run(["import", path], at: $0.path) }
        }
        #expect(session.status == .done)
        #expect(session.errors.isEmpty)
        #expect(session.output == "* block bytes=\(content.utf8.count + 1) lines=6\nOK\n")
    }

    @Test func progressIsShownOnATerminal() async throws {
        let content = String(repeating: "0123456789\n", count: 200_000)
        let (session, _) = try await Self.withFile("workshops.csv", content) { path in
            try await TestServer.with {
                await ShellSession.run(
                    ["import", path], at: $0.path, onTerminal: true, errorsOnTerminal: true)
            }
        }
        #expect(session.status == .done)
        #expect(session.errors.contains("[##########--------------------] 3"))
        #expect(session.errors.contains("] 100 % of 2.1 MiB"))
        #expect(session.errors.contains("rows read: 7"))
        #expect(session.errors.hasSuffix("\r\u{1B}[K"))
        #expect(!session.output.contains("progress"))
    }

    @Test func aSmallFileIsToldInKibibytes() async throws {
        let (session, _) = try await Self.withFile("people.csv", "name\nAnn\n") { path in
            try await TestServer.with {
                await ShellSession.run(["import", path], at: $0.path, errorsOnTerminal: true)
            }
        }
        #expect(session.errors.contains("] 100 % of 1 KiB"))
    }

    @Test func anExportIsAFile() async throws {
        try await TestServer.with { server in
            let file = await ShellSession.run(["export", "people"], at: server.path)
            #expect(file.status == .done)
            #expect(file.output == "name,email\r\n\"A \"\"B\"\"\n,\",\r\n=x,y\r\n")
            #expect(file.errors.isEmpty)
            let json = await ShellSession.run(["--json", "export", "people"], at: server.path)
            #expect(json.output.hasPrefix(#"{"kind":"row","csv":"name,email"}"#))
            let refused = await ShellSession.run(["export", "nothing"], at: server.path)
            #expect(refused.status == .misunderstood)
            #expect(refused.output.isEmpty)
            #expect(refused.errors.contains("BAD bad-value"))
        }
    }

    private static func withFile<Result: Sendable>(
        _ name: String, _ content: String, _ body: (String) async throws -> Result
    ) async throws -> (Result, path: String) {
        var template = Array("/tmp/licentia-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let folder = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
        let path = "\(folder)/\(name)"
        defer {
            unlink(path)
            rmdir(folder)
        }
        let file = fopen(path, "w")
        fputs(content, file)
        fclose(file)
        return (try await body(path), path)
    }
}
