import AdminProtocol
import Testing

@testable import Server

@Suite(.timeLimit(.minutes(2))) struct InboundTests {
    @Test func answersAreNoRequests() async throws {
        try await Self.run { server in
            let client = try await server.client()
            try await client.send("@a login\n")
            #expect(try await client.line() == "+ bmFtZQ==")
            try await client.send("quit\r\n")
            #expect(try await client.line() == "+ cGFzcw==")
            try await client.send("*=\"\n@b whose\n")
            #expect(try await client.lines(2) == ["@a OK", #"@b OK is="quit:*=\"""#])
            let other = try await server.client()
            try await other.send("whose\n")
            #expect(try await other.line() == #"OK is="nobody""#)
        }
    }

    @Test func aChallengeIsDataInJSON() async throws {
        try await Self.run { server in
            let client = try await server.client()
            try await client.send("format json\n@a login\none\ntwo\nwhose\n")
            #expect(
                try await client.lines(5) == [
                    #"{"status":"OK"}"#, #"{"status":"continue","data":"bmFtZQ=="}"#,
                    #"{"status":"continue","data":"cGFzcw=="}"#, #"{"status":"OK","tag":"@a"}"#,
                    #"{"status":"OK","is":"one:two"}"#,
                ])
        }
    }

    @Test func aLaterLogInReplacesTheIdentity() async throws {
        try await Self.run { server in
            let client = try await server.client()
            try await client.send("login\na\nb\nping\nlogin\nc\nd\nwhose\n")
            #expect(try await client.lines(8).last == #"OK is="c:d""#)
        }
    }

    @Test(arguments: ["a\u{1}b\n", "\u{FFFD}x\u{85}\n"])
    func anAnswerThatIsNoLineIsToldOf(_ answer: String) async throws {
        try await Self.run { server in
            let client = try await server.client()
            try await client.send("login\n" + answer + "@b ping\n")
            let lines = try await client.lines(3)
            #expect(lines[1].contains("malformed") && lines[1].contains("controlCharacter"))
            #expect(lines[2] == "@b OK")
        }
    }

    @Test(arguments: [false, true])
    func leavingEndsALogIn(tcp: Bool) async throws {
        try await Self.run { server in
            let client = try await server.client(tcp: tcp)
            try await client.send("login\nname\nhalf a pass")
            await client.closeOutput()
            let lines = try await client.linesToEnd()
            #expect(lines.last == #"NO auth-failed message="No answer came.""#)
            #expect(try await server.settles(at: 0))
        }
    }

    @Test func whoDoesNotAnswerIsIdle() async throws {
        let limits = ServerLimits.quick.with { $0.idle = .milliseconds(800) }
        try await TestServer.run(limits, respond: InboundResponder.respond) { server in
            let client = try await server.client()
            try await client.send("login\nname\n")
            let lines = try await client.linesToEnd()
            #expect(lines.count == 4)
            #expect(lines.last?.hasPrefix("BYE idle ") == true)
        }
    }

    @Test func aStreamGoesOnUntilTheNextLine() async throws {
        try await Self.run { server in
            let client = try await server.client()
            for round in 1...3 {
                try await client.send("@s stream\n")
                for number in 1...3 {
                    #expect(try await client.line() == "@s * beat number=\(number)")
                }
                try await client.send("@n echo \(round)\n")
                while let line = try await client.line(), line != "@s OK" {
                    #expect(line.hasPrefix("@s * beat "))
                }
                #expect(try await client.lines(2) == ["@n * echo text=\"\(round)\"", "@n OK"])
            }
        }
    }

    @Test func aLineThatIsThereAlreadyEndsAStream() async throws {
        try await Self.run { server in
            let client = try await server.client()
            try await client.send("@s stream\n@t stream\n@u ping\n")
            let lines = try await client.lines(while: { $0 != "@u OK" })
            #expect(lines.filter { !$0.contains(" * ") } == ["@s OK", "@t OK"])
        }
    }

    @Test(arguments: [false, true])
    func leavingEndsAStream(tcp: Bool) async throws {
        try await Self.run { server in
            for isHalf in [false, true] {
                let client = try await server.client(tcp: tcp)
                try await client.send("stream\n")
                _ = try await client.lines(3)
                if isHalf { await client.closeOutput() } else { await client.close() }
                if isHalf { #expect(try await client.linesToEnd().last == "OK") }
                #expect(try await server.settles(at: 0))
            }
        }
    }

    @Test func halfALineDoesNotEndAStream() async throws {
        try await Self.run { server in
            let client = try await server.client()
            try await client.send("stream\npi")
            _ = try await client.lines(10)
            try await client.send("ng\n")
            let lines = try await client.lines(while: { $0 != "OK" })
            #expect(lines.allSatisfy { $0.hasPrefix("* beat ") })
            #expect(try await client.line() == "OK")
        }
    }

    @Test func aStreamIsNotIdleAndEndsAtAShutdown() async throws {
        let limits = ServerLimits.quick.with {
            $0.idle = .milliseconds(400)
            $0.shutdownGrace = .seconds(60)
        }
        let start = ContinuousClock.now
        try await TestServer.run(limits, respond: InboundResponder.respond) { server in
            let client = try await server.client()
            try await client.send("stream\n")
            _ = try await client.lines(60)
            await server.shutDown()
            let lines = try await client.linesToEnd()
            #expect(lines.suffix(2).first == "OK")
            #expect(lines.last?.hasPrefix("BYE shutdown ") == true)
        }
        #expect(ContinuousClock.now - start < .seconds(40))
    }

    @Test func workThatEndsByItselfLeavesTheSessionAsItWas() async throws {
        let respond: Responder = { line, exchange in
            guard line.tokens.first?.value == "short" else {
                return await TestServer.respond(line, exchange)
            }
            do {
                try await exchange.untilNextLine {
                    try await exchange.send(DataLine("once"))
                    if line.tokens.count > 1 { throw ExchangeError.reading }
                }
                return Answer(.ok)
            } catch {
                return Answer(.no(.conflict, message: "\(error)"))
            }
        }
        try await TestServer.run(respond: respond) { server in
            let client = try await server.client()
            for _ in 0..<50 {
                try await client.send("short\n")
                #expect(try await client.lines(2) == ["* once", "OK"])
                try await client.send("short fail\n")
                #expect(try await client.lines(2).last == #"NO conflict message="reading""#)
            }
        }
    }

    @Test func onlyOneReadsAtATime() async throws {
        let respond: Responder = { line, exchange in
            var errors: [ExchangeError] = []
            try? await exchange.untilNextLine {
                let errors = await Self.misuse(exchange)
                try? await exchange.send(DataLine("errors", [Field("are", .text("\(errors)"))]))
            }
            do throws(ExchangeError) {
                _ = try await exchange.block("send")
                _ = try await exchange.nextLine()
            } catch {
                errors.append(error)
            }
            return Answer(.ok([Field("errors", .text("\(errors)"))]))
        }
        try await TestServer.run(respond: respond) { server in
            let client = try await server.client()
            try await client.send("all\n")
            #expect(try await client.line()?.contains("reading") == true)
            #expect(try await client.line() == "+ send")
            try await client.send("x\n.\n")
            #expect(try await client.line()?.contains("reading") == true)
        }
    }

    private static func misuse(_ exchange: Exchange) async -> [ExchangeError] {
        // The other task waits for input by now, or will find this one waiting: one of two fails.
        try? await Task.sleep(for: .milliseconds(200))
        do throws(ExchangeError) {
            _ = try await exchange.nextLine()
            return []
        } catch {
            return [error]
        }
    }

    private static func run(
        _ body: @escaping @Sendable (TestServer) async throws -> Void
    ) async throws {
        try await TestServer.run(respond: InboundResponder.respond, body)
    }
}
