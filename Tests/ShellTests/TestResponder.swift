import AdminProtocol
import Server

/// Answers a small grammar, with a reply of every shape among the answers.
enum TestResponder {
    static let grammar = Grammar([
        CommandSpec(["ping"], "Answers.", example: "ping"),
        CommandSpec(["quit"], "Ends.", example: "quit"),
        CommandSpec(["describe"], "Describes.", takesWords: true, example: "describe"),
        CommandSpec(["help"], "Helps.", takesWords: true, example: "help"),
        CommandSpec(
            ["format"], "Switches.",
            arguments: [
                ArgumentSpec(
                    "format", .choice(["text", "json"]), isRequired: true, isSubject: true, "which")
            ],
            example: "format json"),
        CommandSpec(
            ["organisation", "add"], "Adds.",
            arguments: [
                ArgumentSpec("name", .text, isRequired: true, "its name"),
                ArgumentSpec("country", .country, "where"),
            ],
            isWrite: true, example: "organisation add name=A"),
        CommandSpec(["organisation", "list"], "Lists.", example: "organisation list"),
        CommandSpec(
            ["organisation", "show"], "Shows.",
            arguments: [
                ArgumentSpec(
                    "organisation", .id(.organisation), isRequired: true, isSubject: true, "which")
            ],
            example: "organisation show O-1"),
        CommandSpec(
            ["licence", "grant"], "Grants.",
            arguments: [
                ArgumentSpec("organisation", .text, isRequired: true, isSubject: true, "whom"),
                ArgumentSpec("type", .choice(["single", "multiple"]), "which"),
            ],
            isWrite: true, example: "licence grant O-1"),
        CommandSpec(
            ["licence", "list"], "Lists.",
            arguments: [ArgumentSpec("states", .list(of: .choice(["current", "ended"])), "which")],
            example: "licence list"),
        CommandSpec(
            ["person", "list"], "Lists.",
            arguments: [
                ArgumentSpec("limit", .integer(1...100), "how many"),
                ArgumentSpec("after", .id(.person), "after which"),
            ],
            example: "person list"),
        CommandSpec(
            ["import"], "Takes a file.",
            arguments: [
                ArgumentSpec(
                    "kind", .choice(["people", "workshops"]), isRequired: true, isSubject: true,
                    "which")
            ],
            isWrite: true, example: "import people"),
        CommandSpec(
            ["export"], "Gives a file.",
            arguments: [
                ArgumentSpec(
                    "kind", .choice(["people"]), isRequired: true, isSubject: true, "which")
            ],
            example: "export people"),
        CommandSpec(["auth", "scram-sha-256"], "Logs in.", example: "auth scram-sha-256"),
        CommandSpec(["auth", "token"], "Logs in.", example: "auth token"),
        CommandSpec(["whoami"], "Tells.", example: "whoami"),
        CommandSpec(["watch"], "Tells.", example: "watch"),
        CommandSpec(["shut", "down"], "Says farewell.", example: "shut down"),
    ])

    static func answer(_ line: RequestLine, _ exchange: Exchange) async -> Answer {
        let request: Request
        do throws(ProtocolError) { request = try grammar.match(line) } catch {
            return Answer(error.final)
        }
        do { return try await answer(request, exchange) } catch {
            return Answer(.no(.internal, message: "The client went away."))
        }
    }

    private static func answer(_ request: Request, _ exchange: Exchange) async throws -> Answer {
        switch request.command.name {
        case "describe":
            for line in grammar.describe(request.words) ?? [] { try await exchange.send(line) }
        case "help":
            for line in grammar.help(for: request.words) ?? [] { try await exchange.send(line) }
        case "quit": return Answer(.bye(code: .logout, message: "Bye."))
        case "shut down": return Answer(.bye(code: .shutdown, message: "Going down."))
        case "format":
            return Answer(.ok, format: request.arguments["format"] == "json" ? .json : .text)
        case "organisation add": try await exchange.send(organisation(1, request.arguments["name"]))
        case "organisation list":
            for number in 1...3 { try await exchange.send(organisation(number, "Name \(number)")) }
            return Answer(.ok([Field("more", .boolean(true)), Field("next", .word("O-3"))]))
        case "licence grant":
            try await exchange.send(
                DataLine(
                    "reason",
                    [Field("code", .word("licence-overlap")), Field("with", .word("L-1"))]))
            let fields = [Field("reasons", .integer(1))]
            return Answer(
                .no(
                    code: "licence-overlap", fields: fields, message: "L-1 covers it already.",
                    retry: false))
        case "auth scram-sha-256": return try await TestLogIn.byPassword(exchange)
        case "auth token": return try await TestLogIn.byToken(exchange)
        case "whoami":
            let name = exchange.identity as? String ?? "nobody"
            try await exchange.send(DataLine("account", [Field("name", .word(name))]))
        case "watch":
            try await exchange.send(DataLine("event", [Field("id", .word("E-1"))]))
            try await exchange.untilNextLine { try await Task.sleep(for: .seconds(60)) }
            return Answer(.ok([Field("next", .word("E-2"))]))
        case "person list": return try await people(request, exchange)
        case "import": try await take(exchange)
        case "export":
            for row in ["name,email", "\"A \"\"B\"\"\n,\",", "=x,y"] {
                try await exchange.send(DataLine("row", [Field("csv", .text(row))]))
            }
        default: break
        }
        return Answer(.ok)
    }

    /// Five people, in pages.
    private static func people(_ request: Request, _ exchange: Exchange) async throws -> Answer {
        let first = request.arguments["after"].flatMap { Int($0.dropFirst(2)) } ?? 0
        let last = min(first + (request.arguments["limit"].flatMap { Int($0) } ?? 100), 5)
        for number in (first + 1)...max(last, first + 1) {
            var line = DataLine("person", [Field("id", .word("P-\(number)"))])
            if number.isMultiple(of: 2) { line.add("email", text: "a,b") }
            try await exchange.send(line)
        }
        if last == 5 { return Answer(.ok) }
        return Answer(.ok([Field("more", .boolean(true)), Field("next", .word("P-\(last)"))]))
    }

    /// Tells what a block held.
    private static func take(_ exchange: Exchange) async throws {
        var (bytes, lines) = (0, 0)
        for try await piece in try await exchange.block("send CSV") {
            bytes += piece.count
            lines += piece.count { $0 == 0x0A }
        }
        if lines > 1_000 {
            try await exchange.send(DataLine("progress", [Field("read", .integer(7))]))
        }
        try await exchange.send(
            DataLine("block", [Field("bytes", .integer(bytes)), Field("lines", .integer(lines))]))
    }

    private static func organisation(_ number: Int, _ name: String?) -> DataLine {
        DataLine(
            "organisation",
            [
                Field("id", .word("O-\(number)")), Field("name", .text(name ?? "")),
                Field("version", .integer(number)),
            ])
    }
}
