import AdminProtocol
import Commands
import Testing

@Suite struct RoleTests {
    private static let open: Set<String> = [
        "ping", "quit", "whoami", "capabilities", "format", "help", "describe",
        "check organisation", "check person", "check trainee",
    ]

    @Test func thePublicMayCheckAndNothingElse() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let anybody = session.known(as: "tcp", .public)
            for command in CommandTable.grammar.commands {
                let isOpen = Self.open.contains(command.name)
                for line in [command.example, command.name, command.name + " nonsense=1"] {
                    let reply = await anybody.send(line)
                    #expect((reply.outcome == "NO denied") == !isOpen, "\(line): \(reply.lines)")
                    #expect(isOpen || reply.data.isEmpty)
                }
            }
        }
    }

    @Test func theAdministratorMayDoAll() async throws {
        try await TestSession.with { session in
            for command in CommandTable.grammar.commands {
                #expect(await session.send(command.example).outcome != "NO denied")
            }
        }
    }

    @Test(arguments: AccountRole.allCases) func seesOnlyWhatItMayCall(_ role: AccountRole)
        async throws
    {
        try await TestSession.with { session in
            let session = session.known(as: "x", role)
            let all = CommandTable.grammar.commands.map(\.name)
            let wanted = all.filter { role == .administrator || Self.open.contains($0) }
            let described = try await session.done("describe").data
                .filter { $0.kind == "command" }.compactMap { $0["words"] }
            #expect(described == wanted)
            #expect(
                try await session.done("capabilities")["commands"]?.split(separator: ",")
                    .map(String.init) == wanted)
            let help = try await session.done("help").lines.joined(separator: "\n")
            for name in all {
                #expect(help.contains("\"\(name)\"") == wanted.contains(name), "\(name)")
                let reply = await session.send("help \(name)")
                #expect(reply.outcome == (wanted.contains(name) ? "OK" : "NO not-found"))
                let description = await session.send("describe \(name)")
                #expect(description.outcome == (wanted.contains(name) ? "OK" : "NO not-found"))
            }
        }
    }
}
