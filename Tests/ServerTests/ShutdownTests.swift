import AdminProtocol
import Glibc
import Testing

@testable import Server

@Suite(.timeLimit(.minutes(2))) struct ShutdownTests {
    @Test func finishesWhatIsUnderWay() async throws {
        let limits = ServerLimits.quick.with { $0.shutdownGrace = .seconds(30) }
        try await TestServer.run(limits) { server in
            let busy = try await server.client()
            let idle = try await server.client(tcp: true)
            try await busy.send("@a sleep 5000\n@b ping\n")
            try await Task.sleep(for: .milliseconds(150))
            await server.shutDown()
            #expect(try await idle.linesToEnd().first?.hasPrefix("BYE shutdown ") == true)
            let lines = try await busy.linesToEnd()
            #expect(lines.count == 2)
            #expect(lines.first == "@a OK")
            #expect(lines.last?.hasPrefix("BYE shutdown ") == true)
            #expect(throws: TestClient.Failure.self) { try TestClient.connect(path: server.path) }
            #expect(throws: TestClient.Failure.self) { try TestClient.connect(port: server.port) }
            #expect(access(server.path, F_OK) != 0)
        }
    }

    @Test func endsHardAfterTheGrace() async throws {
        let cancelled = Counter()
        let respond: Responder = { _, _ in
            try? await Task.sleep(for: .seconds(60))
            if Task.isCancelled { cancelled.add() }
            return Answer(.ok)
        }
        let limits = ServerLimits.quick.with { $0.shutdownGrace = .milliseconds(500) }
        let start = ContinuousClock.now
        try await TestServer.run(limits, respond: respond) { server in
            let client = try await server.client()
            try await client.send("ping\n")
            try await Task.sleep(for: .milliseconds(100))
            await server.shutDown()
            #expect(try await client.linesToEnd() == [])
        }
        #expect(cancelled.value == 1)
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func aClientThatNeverReadsDoesNotHoldTheEnd() async throws {
        let limits = ServerLimits.quick.with { $0.shutdownGrace = .milliseconds(500) }
        let start = ContinuousClock.now
        try await TestServer.run(limits) { server in
            let client = try await server.client()
            try await client.send("big 100000\n")
            try await Task.sleep(for: .milliseconds(200))
            await server.shutDown()
            #expect(try await server.settles(at: 0))
            await client.close()
        }
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func aQuietShutdownDoesNotWaitForItsGrace() async throws {
        var limits = ServerLimits()
        limits.shutdownGrace = .seconds(60)
        let start = ContinuousClock.now
        try await TestServer.run(limits) { server in
            let client = try await server.client()
            await client.close()
        }
        #expect(ContinuousClock.now - start < .seconds(30))
    }

    @Test func aCancelledServerEndsHardAndCleansUp() async throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let path = folder.path + "/s.sock"
        let (ready, tell) = AsyncStream.makeStream(of: [Listener].self)
        let server = AdminServer(
            listeners: [.unix(path: path)], greeting: { _ in DataLine("licentia") },
            limits: .quick, respond: TestServer.respond, onReady: { tell.yield($0) },
            logger: .silent)
        let running = Task { try await server.run() }
        for await _ in ready.prefix(1) {}
        let client = try TestClient.connect(path: path)
        _ = try await client.lines(2)
        try await client.send("sleep 60000\n")
        try await Task.sleep(for: .milliseconds(100))
        running.cancel()
        #expect(try await client.linesToEnd() == [])
        try await running.value
        #expect(server.liveSessions == 0)
        #expect(access(path, F_OK) != 0)
    }
}
