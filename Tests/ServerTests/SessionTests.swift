import AdminProtocol
import Glibc
import Testing

@testable import Server

@Suite(.timeLimit(.minutes(2))) struct SessionTests {
    @Test(arguments: [false, true])
    func greetsAndAnswers(tcp: Bool) async throws {
        try await TestServer.run { server in
            let client =
                try tcp
                ? TestClient.connect(port: server.port) : TestClient.connect(path: server.path)
            #expect(try await client.lines(2) == ["* licentia protocol=1", "OK ready"])
            try await client.send("@a echo hello\r\nping\n@c no\n")
            #expect(
                try await client.lines(4) == [
                    "@a * echo text=\"hello\"", "@a OK", "OK",
                    "@c NO not-found message=\"There is none.\"",
                ])
        }
    }

    @Test func keepsOrderUnderPipelining() async throws {
        try await TestServer.run { server in
            let client = try await server.client()
            let requests = (1...1_000).map {
                $0 % 100 == 0 ? "@n\($0) sleep 1\n" : "@n\($0) echo \($0)\n"
            }
            try await client.send(requests.joined())
            let expected = (1...1_000).flatMap { number in
                number % 100 == 0
                    ? ["@n\(number) OK"]
                    : ["@n\(number) * echo text=\"\(number)\"", "@n\(number) OK"]
            }
            #expect(try await client.lines(expected.count) == expected)
        }
    }

    @Test func fastReplyDoesNotWaitForSlowRequestBehindIt() async throws {
        try await TestServer.run { server in
            let client = try await server.client()
            let start = ContinuousClock.now
            try await client.send("@fast ping\n@slow sleep 6000\n")
            #expect(try await client.line() == "@fast OK")
            #expect(ContinuousClock.now - start < .seconds(6))
            #expect(try await client.line() == "@slow OK")
        }
    }

    @Test func answersAfterTheClientClosedItsHalf() async throws {
        try await TestServer.run { server in
            let client = try await server.client(tcp: true)
            try await client.send("echo one\necho two\necho half")
            await client.closeOutput()
            #expect(
                try await client.linesToEnd()
                    == ["* echo text=\"one\"", "OK", "* echo text=\"two\"", "OK"])
        }
    }

    @Test func halfALineIsNotExecuted() async throws {
        let executed = Counter()
        let respond: Responder = { line, exchange in
            executed.add()
            return await TestServer.respond(line, exchange)
        }
        try await TestServer.run(respond: respond) { server in
            let client = try await server.client()
            try await client.send("ping\nping half")
            #expect(try await client.line() == "OK")
            await client.close()
            #expect(try await server.settles(at: 0))
        }
        #expect(executed.value == 1)
    }

    @Test func quitEndsWithLogout() async throws {
        try await TestServer.run { server in
            let client = try await server.client()
            try await client.send("@q quit\nping\n")
            #expect(try await client.linesToEnd() == ["@q BYE logout message=\"Goodbye.\""])
            #expect(try await server.settles(at: 0))
        }
    }

    @Test func formatSwitchesWithItsOwnFinalLine() async throws {
        try await TestServer.run { server in
            let client = try await server.client()
            try await client.send("format json\n@a echo hi\nfrobnicate\n@b format text\nping\n")
            let lines = try await client.lines(6)
            #expect(lines[0] == #"{"status":"OK"}"#)
            #expect(lines[1].contains(#""kind":"echo""#) && lines[1].contains(#""tag":"@a""#))
            #expect(lines[2].contains(#""status":"OK""#))
            #expect(lines[3].contains(#""status":"BAD""#))
            #expect(lines[4...] == ["@b OK", "OK"])
        }
    }

    @Test func namesThePeer() async throws {
        try await TestServer.run { server in
            let unix = try await server.client()
            try await unix.send("ping\nwho\n")
            let line = try #require(try await unix.lines(2).last)
            #expect(line.contains("uid=\(getuid()) pid=\(getpid()) sessions=1"))
            #expect(line.hasPrefix("* who request=s1-2 "))
            let tcp = try await server.client(tcp: true)
            try await tcp.send("who\n")
            let second = try #require(try await tcp.line())
            #expect(second.contains("address=\"127.0.0.1:") && second.contains("request=s2-1 "))
        }
    }

    @Test func requestIsFinishedWhenTheClientGoes() async throws {
        let finished = Counter()
        let respond: Responder = { _, exchange in
            try? await Task.sleep(for: .milliseconds(300))
            if !Task.isCancelled { finished.add() }
            try? await exchange.send(DataLine("late"))
            return Answer(.ok)
        }
        try await TestServer.run(respond: respond) { server in
            let client = try await server.client()
            try await client.send("ping\n")
            try await Task.sleep(for: .milliseconds(100))
            await client.close()
            #expect(try await server.settles(at: 0))
        }
        #expect(finished.value == 1)
    }

    @Test func exchangeEndsWithItsRequest() async throws {
        let kept = Keeper()
        let respond: Responder = { _, exchange in
            kept.keep(exchange)
            return Answer(.ok)
        }
        try await TestServer.run(respond: respond) { server in
            let client = try await server.client()
            try await client.send("ping\n")
            #expect(try await client.line() == "OK")
            let exchange = try #require(kept.exchange)
            await #expect(throws: ExchangeError.answered) {
                try await exchange.send(DataLine("late"))
            }
        }
    }
}
