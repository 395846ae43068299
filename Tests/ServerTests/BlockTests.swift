import AdminProtocol
import Testing

@testable import Server

@Suite(.timeLimit(.minutes(2))) struct BlockTests {
    @Test(arguments: [false, true])
    func aBlockIsTakenOutOfTheLines(tcp: Bool) async throws {
        try await Self.run { server in
            let client = try await server.client(tcp: tcp)
            try await client.send("@a text\n")
            #expect(try await client.line() == "+ send")
            try await client.send("name\n..x\r\n\"a\nb\"\n.\n@b ping\n")
            #expect(
                try await client.lines(2) == [
                    #"@a OK text="name\n.x\#u{FFFD}\n\"a\nb\"\n""#, "@b OK",
                ])
        }
    }

    @Test func aBlockMayComeInOneWriteWithItsRequest() async throws {
        try await Self.run { server in
            let client = try await server.client()
            try await client.send("text\na\n.\ntext\n.\n@c text\n..\n.\n@d ping\n")
            #expect(
                try await client.lines(7) == [
                    "+ send", #"OK text="a\n""#, "+ send", #"OK text="""#, "+ send",
                    #"@c OK text=".\n""#, "@d OK",
                ])
        }
    }

    @Test func aBlockMayComeByteByByte() async throws {
        try await Self.run { server in
            let client = try await server.client(tcp: true)
            try await client.send("format json\ntext\n")
            _ = try await client.line()
            #expect(try await client.line() == #"{"status":"continue"}"#)
            for byte in Array("a\n..\n.\r\nping\n".utf8) {
                try await client.send([byte])
                try await Task.sleep(for: .milliseconds(2))
            }
            #expect(
                try await client.lines(2) == [
                    #"{"status":"OK","text":"a\n.\n"}"#, #"{"status":"OK"}"#,
                ])
        }
    }

    @Test func aBlockOverItsLimitIsReadToItsEnd() async throws {
        try await Self.run { server in
            let client = try await server.client()
            // The closing line counts: eight bytes fit, nine do not.
            try await client.send("size 8\n12345\n.\nsize 8\n123456\n.\nping\n")
            let lines = try await client.lines(5)
            #expect(lines[1] == "OK size=6")
            #expect(lines[3].hasPrefix("NO busy ") && lines[3].contains("blockTooLong"))
            #expect(lines[4] == "OK")
            let large = [UInt8](repeating: 0x0A, count: 8 << 20)
            try await client.send("size 1000\n")
            try await client.send(large)
            try await client.send(".\n@e ping\n")
            #expect(try await client.lines(3).last == "@e OK")
        }
    }

    @Test func whatARequestLeavesOfItsBlockIsNoRequest() async throws {
        let requests = Counter()
        let respond: Responder = { line, exchange in
            requests.add()
            return await InboundResponder.respond(line, exchange)
        }
        try await TestServer.run(respond: respond) { server in
            let client = try await server.client()
            try await client.send("@a refuse\nping\nquit\n")
            #expect(try await client.line() == "+ send")
            try await client.send("ping\n.\n@b ping\n")
            #expect(
                try await client.lines(2) == [
                    #"@a NO conflict message="Not wanted.""#, "@b OK",
                ])
        }
        #expect(requests.value == 2)
    }

    @Test func aClientMaySendEverythingBeforeItReads() async throws {
        // Far more replies than outboxBytes and the sockets' buffers hold.
        let limits = ServerLimits.quick.with { $0.heldBytes = 64 << 20 }
        try await TestServer.run(limits, respond: InboundResponder.respond) { server in
            let client = try await server.client()
            let block = [UInt8](repeating: 0x0A, count: 4 << 20)
            try await client.send("chatter 20\n")
            try await client.send(block)
            try await client.send(".\n@end ping\n")
            var lines = 0
            var last: String?
            while let line = try await client.line(), line != "@end OK" {
                lines += 1
                last = line
            }
            #expect(last == "OK sent=\(lines - 2)")
            #expect(lines > 1_000)
        }
    }

    @Test func heldRepliesAreBounded() async throws {
        let limits = ServerLimits.quick.with {
            $0.heldBytes = 1 << 20
            $0.writeStall = .seconds(2)
        }
        try await TestServer.run(limits, respond: InboundResponder.respond) { server in
            let client = try await server.client()
            try await client.send("chatter 1000\n")
            // It never reads: it is not read from either, and closed in the end.
            let piece = [UInt8](repeating: 0x0A, count: 65_536)
            #expect(try await client.flood(with: piece, patience: .milliseconds(500)) < 32 << 20)
            #expect(try await server.settles(at: 0))
        }
    }

    @Test func aClientThatSendsWithoutReadingIsNotStalled() async throws {
        let limits = ServerLimits.quick.with { $0.writeStall = .milliseconds(300) }
        try await TestServer.run(limits, respond: InboundResponder.respond) { server in
            let client = try await server.client()
            try await client.send("chatter 1000\n")
            for _ in 0..<10 {
                try await client.send("x\n")
                try await Task.sleep(for: .milliseconds(150))
            }
            try await client.send(".\n@end ping\n")
            while let line = try await client.line(), line != "@end OK" {}
        }
    }

    @Test(arguments: [false, true])
    func aClientMayLeaveInTheMiddle(tcp: Bool) async throws {
        let failed = Counter()
        let respond: Responder = { line, exchange in
            let answer = await InboundResponder.respond(line, exchange)
            if case .no(_, _, "clientGone", _) = answer.final { failed.add() }
            return answer
        }
        try await TestServer.run(respond: respond) { server in
            for number in 0..<3 {
                let client = try await server.client(tcp: tcp)
                try await client.send("size\nabc\n.")
                _ = try await client.line()
                if number == 0 { await client.reset() }
                if number == 1 { await client.close() }
                if number == 2 {
                    await client.closeOutput()
                    #expect(try await client.line()?.hasPrefix("NO busy") == true)
                }
                #expect(try await server.settles(at: 0))
            }
        }
        #expect(failed.value == 3)
    }

    @Test func theIdleClockRunsFromPieceToPiece() async throws {
        let limits = ServerLimits.quick.with { $0.idle = .milliseconds(1_500) }
        try await TestServer.run(limits, respond: InboundResponder.respond) { server in
            let silent = try await server.client()
            let slow = try await server.client()
            try await silent.send("size\nabc")
            try await slow.send("size\n")
            for _ in 0..<8 {
                try await slow.send("x")
                try await Task.sleep(for: .milliseconds(300))
            }
            try await slow.send("\n.\n")
            let lines = try await silent.linesToEnd()
            #expect(lines.count == 3)
            #expect(lines.dropFirst().first?.contains("stopping") == true)
            #expect(lines.last?.hasPrefix("BYE idle ") == true)
            #expect(try await slow.lines(2) == ["+ send", "OK size=9"])
        }
    }

    @Test func aShutdownEndsABlock() async throws {
        let limits = ServerLimits.quick.with { $0.shutdownGrace = .seconds(60) }
        let start = ContinuousClock.now
        try await TestServer.run(limits, respond: InboundResponder.respond) { server in
            let client = try await server.client()
            let other = try await server.client(tcp: true)
            try await client.send("size\nabc\n")
            try await other.send("refuse\nabc\n")
            _ = try await client.line()
            _ = try await other.line()
            await server.shutDown()
            for client in [client, other] {
                let lines = try await client.linesToEnd()
                #expect(lines.count == 2)
                #expect(lines.first?.hasPrefix("NO ") == true)
                #expect(lines.last?.hasPrefix("BYE shutdown ") == true)
            }
        }
        #expect(ContinuousClock.now - start < .seconds(40))
    }

    @Test func anExchangeKeptTooLongReadsNothing() async throws {
        let kept = Kept<InboundBlock>()
        let respond: Responder = { line, exchange in
            guard line.tokens.first?.value == "keep" else {
                return await InboundResponder.respond(line, exchange)
            }
            kept.value = try? await exchange.block("send")
            return Answer(.ok)
        }
        try await TestServer.run(respond: respond) { server in
            let client = try await server.client()
            try await client.send("keep\nabc\n.\nping\n")
            #expect(try await client.lines(3) == ["+ send", "OK", "OK"])
            var pieces = try #require(kept.value).makeAsyncIterator()
            await #expect(throws: ExchangeError.answered) { try await pieces.next() }
        }
    }

    private static func run(
        _ body: @escaping @Sendable (TestServer) async throws -> Void
    ) async throws {
        try await TestServer.run(respond: InboundResponder.respond, body)
    }
}
