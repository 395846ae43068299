import AdminProtocol
import Commands
import Registry
import Testing

/// Every command tried by every role. A command without a row fails.
@Suite struct RoleTests {
    /// Who may call a command: its roles by their letters, P public, T trainer, C coordinator,
    /// A auditor, D administrator, O operator. A small letter: only within the account's scope.
    static let table: [String: String] = [
        "ping": "PTCADO", "quit": "PTCADO", "whoami": "PTCADO", "capabilities": "PTCADO",
        "format": "PTCADO", "help": "PTCADO", "describe": "PTCADO", "status": "ADO",
        "doctor": "DO",
        "auth scram-sha-256": "PTCADO", "auth token": "PTCADO", "password": "TCADO",
        "check organisation": "PTCADO", "check person": "PTCADO", "check trainee": "PTCADO",
        "explain organisation": "cAD", "explain person": "tcAD", "explain trainee": "tcAD",
        "forecast": "cAD", "import": "D", "export": "AD",
        "programme list": "TCAD", "programme show": "TCAD", "programme define": "D",
        "programme amend": "D", "programme require": "D",
        "policy list": "AD", "policy set": "D", "policy end": "D",
        "organisation add": "D", "organisation show": "tcAD", "organisation list": "tcAD",
        "organisation find": "tcAD", "organisation amend": "D", "organisation close": "D",
        "organisation reopen": "D",
        "person add": "cD", "person show": "tcAD", "person list": "tcAD", "person find": "tcAD",
        "person amend": "cD", "person duplicates": "AD", "person erase": "D",
        "person merge": "D", "person unmerge": "D",
        "person join": "cD", "person leave": "cD",
        "licence grant": "D", "licence renew": "D", "licence amend": "D", "licence suspend": "D",
        "licence reinstate": "D", "licence revoke": "D", "licence restore": "D",
        "licence cover": "D",
        "licence uncover": "D", "licence report": "D", "licence show": "cAD",
        "licence list": "cAD", "licence usage": "cAD",
        "training record": "tD", "training schedule": "tD", "training complete": "tD",
        "training void": "D", "training show": "tcAD",
        "training list": "tcAD",
        "workshop record": "tcD", "workshop schedule": "tcD", "workshop complete": "tcD",
        "workshop void": "D", "workshop show": "tcAD",
        "workshop list": "tcAD",
        "certification award": "D", "certification show": "tcAD", "certification list": "tcAD",
        "certification suspend": "D", "certification reinstate": "D", "certification revoke": "D",
        "certification restore": "D", "certification void": "D",
        "expiry run": "DO", "expiry preview": "ADO", "expiry history": "ADO",
        "notice list": "cAD", "notice ack": "cD", "notice snooze": "cD", "event list": "AD",
        "event watch": "AD", "watch": "AD", "audit verify": "AD",
        "account add": "O", "account show": "AO", "account list": "AO", "account amend": "O",
        "account disable": "O", "account enable": "O", "account password": "O",
        "account token": "O", "token list": "AO", "token revoke": "O",
    ]

    private static let letters: [AccountRole: Character] = [
        .public: "P", .trainer: "T", .coordinator: "C", .auditor: "A", .administrator: "D",
        .operator: "O",
    ]

    private static func row(_ command: String) -> String { table[command] ?? "" }

    private static func may(_ role: AccountRole, _ command: String) -> Bool {
        letters[role].map { row(command).uppercased().contains($0) } ?? false
    }

    /// An account of the role, bound to somebody and some organisation of no consequence.
    private static func stranger(_ role: AccountRole, _ session: TestSession) -> TestSession {
        switch role {
        case .trainer: session.known(as: "x", role, .person(PersonID(6)))
        case .coordinator: session.known(as: "x", role, .organisation(OrganisationID(2)))
        default: session.known(as: "x", role)
        }
    }

    @Test func everyCommandHasARow() {
        let names = CommandTable.grammar.commands.map(\.name)
        #expect(Set(names).symmetricDifference(Self.table.keys) == [])
    }

    @Test(arguments: AccountRole.allCases)
    func mayCallWhatTheTableSays(_ role: AccountRole) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let account = Self.stranger(role, session)
            let refused = role == .public ? "NO auth-required" : "NO denied"
            for command in CommandTable.grammar.commands {
                let isOpen = Self.may(role, command.name)
                for line in [command.example, command.name, command.name + " nonsense=1"] {
                    // A watch ends when its client says something.
                    let client = PlayedClient(comesBack: {})
                    let reply = await account.send(line, client: client)
                    if isOpen {
                        #expect(reply.outcome != "NO auth-required", "\(line)")
                        guard line != command.example else { continue }
                        #expect(reply.outcome != "NO denied", "\(line): \(reply.lines)")
                    } else {
                        #expect(reply.outcome == refused, "\(line): \(reply.lines)")
                        #expect(reply.data.isEmpty)
                    }
                }
            }
        }
    }

    /// What is not bound to a scope is never denied to a role that may call it.
    @Test(arguments: [AccountRole.public, .auditor, .administrator, .operator])
    func isNeverDeniedWhatItMayCall(_ role: AccountRole) async throws {
        try await TestSession.with { session in
            let account = Self.stranger(role, session)
            for command in CommandTable.grammar.commands where Self.may(role, command.name) {
                #expect(await account.send(command.example).outcome != "NO denied")
            }
        }
    }

    /// Within a scope that holds nothing of the scene, a command shows nothing and changes nothing.
    @Test(arguments: [AccountRole.trainer, .coordinator])
    func nothingOutsideItsScopeIsShown(_ role: AccountRole) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.on("2028-12-30").done("expiry run")
            try await session.done("person leave P-6 organisation=O-1 until=2026-01-01")
            let account = Self.stranger(role, session)
            let letter = Self.letters[role].map { Character($0.lowercased()) } ?? "?"
            let own = ["O-2", "P-6", "P-7"]
            for command in CommandTable.grammar.commands
            where Self.row(command.name).contains(letter) {
                let reply = await account.send(command.example)
                let strange = reply.data.filter { line in
                    !["reason", "forecast"].contains(line.kind) && !own.contains(line["id"] ?? "")
                }
                #expect(strange.isEmpty, "\(command.example): \(reply.lines)")
            }
            let serial = try await session.done("event list account=x").data
            #expect(serial.map { $0["command"] } == (role == .trainer ? [] : ["person add"]))
        }
    }

    @Test(arguments: AccountRole.allCases)
    func seesOnlyWhatItMayCall(_ role: AccountRole) async throws {
        try await TestSession.with { session in
            let session = Self.stranger(role, session)
            let all = CommandTable.grammar.commands.map(\.name)
            let wanted = all.filter { Self.may(role, $0) }
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
