import AdminProtocol
import TestSupport
import Testing

/// Whatever is said in the right words gets an answer that means something.
@Suite struct RandomLineTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func neverFailWithin(_ seed: UInt64) async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.playScene()
            var lines = RandomLines(seed: seed)
            var outcomes: [String: Int] = [:]
            for _ in 1...500 {
                let line = lines.next()
                let reply = await session.send(line)
                outcomes[reply.outcome, default: 0] += 1
                #expect(reply.outcome != "NO internal", "\(line): \(reply.lines)")
                // A constraint that no rule foresaw.
                let isCollision = reply.final("message")?.hasPrefix("something else") ?? false
                #expect(!isCollision, "\(line): \(reply.lines)")
            }
            #expect(outcomes["OK", default: 0] > 50, "\(outcomes)")
        }
    }
}
