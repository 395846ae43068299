import AdminProtocol
import Glibc
import Testing

@testable import Server

@Suite(.timeLimit(.minutes(2))) struct LimitTests {
    @Test(arguments: [false, true])
    func aClientThatNeverReadsIsBoundedAndClosed(tcp: Bool) async throws {
        let sent = Counter()
        let respond: Responder = { line, exchange in
            sent.add()
            return await TestServer.respond(line, exchange)
        }
        let limits = ServerLimits.quick.with { $0.writeStall = .seconds(2) }
        try await TestServer.run(limits, respond: respond) { server in
            let greedy = try await server.client(tcp: tcp)
            let request = Array(String(repeating: "big 100\n", count: 1_000).utf8)
            let taken = try await greedy.flood(with: request, patience: .milliseconds(500))
            // Kernel buffers hold some megabytes at most; hundreds of megabytes were asked for.
            #expect(taken < 32 << 20)
            #expect(sent.value < 200)
            let other = try await server.client()
            try await other.send("ping\n")
            #expect(try await other.line() == "OK")
            // The greedy one is closed by the clock; the other stays.
            #expect(try await server.settles(at: 1))
            try await other.send("ping\n")
            #expect(try await other.line() == "OK")
            await greedy.close()
        }
    }

    @Test func memoryStaysBoundedForAnEndlessReply() async throws {
        let limits = ServerLimits.quick.with { $0.writeStall = .seconds(3) }
        try await TestServer.run(limits) { server in
            let client = try await server.client()
            let before = residentBytes()
            try await client.send("big 2000000\n")
            try await Task.sleep(for: .seconds(1))
            #expect(residentBytes() - before < 64 << 20)
            #expect(try await server.settles(at: 0))
        }
    }

    @Test func aSlowReaderGetsEverything() async throws {
        try await TestServer.run { server in
            let client = try await server.client()
            try await client.send("big 3000\n@end ping\n")
            try await Task.sleep(for: .milliseconds(300))
            let lines = try await client.lines(3_002)
            #expect(lines.count == 3_002 && lines.last == "@end OK")
        }
    }

    @Test func oneSessionTooManyIsTurnedAway() async throws {
        let limits = ServerLimits.quick.with { $0.maxSessions = 3 }
        try await TestServer.run(limits) { server in
            var clients: [TestClient] = []
            for number in 0..<3 { clients.append(try await server.client(tcp: number == 1)) }
            for tcp in [false, true] {
                let refused =
                    try tcp
                    ? TestClient.connect(port: server.port) : TestClient.connect(path: server.path)
                let lines = try await refused.linesToEnd()
                #expect(lines.count == 1)
                #expect(lines.first?.hasPrefix("BYE too-many-sessions ") == true)
            }
            for client in clients {
                try await client.send("ping\n")
                #expect(try await client.line() == "OK")
            }
            await clients[0].close()
            #expect(try await server.settles(at: 2))
            let next = try await server.client()
            try await next.send("ping\n")
            #expect(try await next.line() == "OK")
        }
    }

    @Test func theCountIsExactUnderRaces() async throws {
        let limits = ServerLimits.quick.with { $0.maxSessions = 20 }
        try await TestServer.run(limits) { server in
            let first = try await withThrowingTaskGroup(of: (TestClient, String?).self) { group in
                for number in 0..<60 {
                    group.addTask {
                        let client =
                            try number % 2 == 0
                            ? TestClient.connect(port: server.port)
                            : TestClient.connect(path: server.path)
                        return (client, try await client.line())
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(first.count { $0.1?.hasPrefix("* licentia") == true } == 20)
            #expect(first.count { $0.1?.hasPrefix("BYE too-many-sessions") == true } == 40)
            for (client, _) in first { await client.close() }
            #expect(try await server.settles(at: 0))
        }
    }

    @Test func aThousandSessionsComeAndGo() async throws {
        let limits = ServerLimits.quick.with { $0.maxSessions = 25 }
        try await TestServer.run(limits) { server in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<10 {
                    group.addTask {
                        for round in 0..<100 {
                            let client = try await server.client(tcp: worker % 2 == 0)
                            if round % 3 == 0 { try await client.send("ping\nping") }
                            if round % 3 == 1 {
                                try await client.send("quit\n")
                                _ = try await client.linesToEnd()
                            }
                            await client.close()
                            // The server learns of the end a moment later.
                            while server.server.liveSessions > 15 { await Task.yield() }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await server.settles(at: 0))
        }
    }

    @Test func hastyClientsDoNotEndTheListener() async throws {
        try await TestServer.run { server in
            for number in 0..<300 {
                let client = try TestClient.connect(port: server.port)
                if number % 2 == 0 { try await client.send("echo half") }
                await client.reset()
            }
            let client = try await server.client(tcp: true)
            try await client.send("ping\n")
            #expect(try await client.line() == "OK")
            #expect(try await server.settles(at: 1))
        }
    }

    @Test func idleSessionsEnd() async throws {
        let limits = ServerLimits.quick.with { $0.idle = .milliseconds(1_500) }
        try await TestServer.run(limits) { server in
            let idle = try await server.client()
            let dribbling = try await server.client()
            let busy = try await server.client()
            try await busy.send("sleep 3000\n")
            for _ in 0..<4 {
                // On a busy machine the session may have ended by now: that is what is asked for.
                try? await dribbling.send("p")
                try await Task.sleep(for: .milliseconds(200))
            }
            #expect(try await idle.linesToEnd().first?.hasPrefix("BYE idle ") == true)
            #expect(try await dribbling.linesToEnd().first?.hasPrefix("BYE idle ") == true)
            #expect(try await busy.line() == "OK")
            try await busy.send("ping\n")
            #expect(try await busy.line() == "OK")
        }
    }

    private func residentBytes() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let text = String(
            decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * Int(getpagesize())
    }
}
