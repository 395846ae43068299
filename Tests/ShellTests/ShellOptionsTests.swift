import Shell
import Testing

struct ShellOptionsTests {
    @Test func theRequestIsEverythingAfterTheOptions() throws {
        let options = try ShellOptions.read(
            ["--json", "--socket", "/s", "check", "organisation", "O-1", "-x", "--y=z"])
        #expect(options.json)
        #expect(options.socket == "/s")
        #expect(options.request == ["check", "organisation", "O-1", "-x", "--y=z"])
    }

    @Test(arguments: [
        ["--nope"], ["--json", "--nope", "ping"], ["ping", "--json"], ["--socket"],
        ["--socket", ""],
        ["--connect", "a:b", "ping"], ["--socket", "/s", "--connect", "h:1"],
        ["--keep-going", "ping"],
        ["ping", "--help"], ["--json", "--csv", "ping"], ["--table", "--csv", "ping"], ["--csv"],
        ["--all"], ["ping", "--all"], ["--account", ""], ["--account", "a", "--token-file", "b"],
    ])
    func wrong(arguments: [String]) async {
        let session = await ShellSession.run(arguments)
        #expect(session.status == .misunderstood)
        #expect(session.output.isEmpty)
        #expect(session.errors.contains("Usage: licentia"))
    }

    @Test(arguments: [["--help"], ["-h"], ["--json", "--help"]])
    func help(arguments: [String]) async {
        let text = await asked(arguments)
        for part in [
            "--socket", "--connect", "--account", "--token-file", "LICENTIA_PASSWORD_FILE",
            "--json", "--table", "--csv", "--all", "--keep-going",
            "EXIT STATUS", "LICENTIA_SOCKET",
        ] {
            #expect(text.contains(part))
        }
    }

    @Test func version() async {
        #expect(await asked(["--version"]) == "licentia \(ShellRun.version)\n")
    }

    private func asked(_ arguments: [String]) async -> String {
        let session = await ShellSession.run(arguments)
        #expect(session.status == .done)
        #expect(session.errors.isEmpty)
        return session.output
    }
}
