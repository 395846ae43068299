import Foundation
import Postgres
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct PoolTests {
    private static let one = Statement(name: "one", sql: "SELECT $1::int8")

    @Test func `two hundred tasks share four connections`() async throws {
        let pool = try await TestServer.pool(limit: 4)
        let leased = Leased()
        let processes = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    try await pool.withConnection { connection in
                        leased.add(1)
                        defer { leased.add(-1) }
                        return try await connection.processID()
                    }
                }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(leased.most <= 4)
        #expect(processes.count <= 4)
        await pool.close()
    }

    @Test func `a thousand statements share two lanes`() async throws {
        let pool = try await TestServer.pool(lanes: 2)
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<1_000 {
                group.addTask {
                    let result = try await pool.query(Query(Self.one, number))
                    return try #require(result.first).decode(0)
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 499_500)
        await pool.close()
    }

    @Test func `a failing lane statement is its own caller's only`() async throws {
        let pool = try await TestServer.pool(lanes: 1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<100 {
                group.addTask {
                    if number % 7 == 0 {
                        let error = try await failure {
                            try await pool.query(Query(sql: "SELECT 1/0"))
                        }
                        #expect(error.sqlState == .divisionByZero)
                    } else {
                        #expect(try await pool.query(Query(Self.one, number)).rows.count == 1)
                    }
                }
            }
            try await group.waitForAll()
        }
        await pool.close()
    }

    @Test func `lanes that were killed are made anew`() async throws {
        let pool = try await TestServer.pool(lanes: 1)
        let process = Query(sql: "SELECT pg_backend_pid()")
        for _ in 0..<3 {
            let before: Int = try #require(try await pool.query(process).first).decode(0)
            try await TestServer.kill(before)
            #expect(
                try await eventually {
                    guard let row = try? await pool.query(process).first else { return false }
                    return try row.decode(0, as: Int.self) != before
                })
        }
        await pool.close()
    }

    @Test func `a deadline on a lane does not cancel the neighbour's statement`() async throws {
        let pool = try await TestServer.pool(lanes: 1)
        _ = try await pool.query(Query(Self.one, 1))
        let slow = Task { try await pool.query(Query(sql: "SELECT pg_sleep(0.4)")) }
        try await Task.sleep(for: .milliseconds(50))
        let late = try await failure {
            try await pool.query(Query(Self.one, 1), deadline: .milliseconds(50))
        }
        #expect(late.code == .timedOut)
        #expect(try await slow.value.rows.count == 1)
        #expect(try await pool.query(Query(Self.one, 1)).rows.count == 1)
        await pool.close()
    }

    @Test func `who waits too long is told, and who gives up leaves no place behind`()
        async throws
    {
        let pool = try await TestServer.pool(limit: 1, leaseTimeout: .seconds(2))
        let (stream, end) = AsyncStream<Never>.makeStream()
        let (begun, begin) = AsyncStream<Never>.makeStream()
        let holder = Task {
            defer { begin.finish() }
            try await pool.withConnection { _ in
                begin.finish()
                for await _ in stream {}
            }
        }
        for await _ in begun {}
        let cancelled = (0..<20).map { _ in Task { try await pool.withConnection { _ in 0 } } }
        try await Task.sleep(for: .milliseconds(20))
        for task in cancelled { task.cancel() }
        for task in cancelled {
            #expect(try await failure { try await task.value }.code == .cancelled)
        }
        let late = try await failure { try await pool.withConnection { _ in 0 } }
        #expect(late.code == .poolExhausted)
        end.finish()
        try await holder.value
        #expect(try await pool.withConnection { try await $0.isUsable() })
        await pool.close()
    }

    @Test func `cancelling at any moment loses no place`() async throws {
        let pool = try await TestServer.pool(limit: 2)
        for round in 0..<30 {
            let tasks = (0..<10).map { _ in
                Task { try await pool.withConnection { try await $0.isUsable() } }
            }
            try await Task.sleep(for: .microseconds(round * 100))
            for task in tasks { task.cancel() }
            for task in tasks { _ = await task.result }
        }
        // Both places are there still, at the same time.
        let both = try await pool.withConnection { first in
            try await pool.withConnection { second in
                (try await first.isUsable(), try await second.isUsable())
            }
        }
        #expect(both == (true, true))
        await pool.close()
    }

    @Test func `a connection with an open transaction goes to nobody else`() async throws {
        let pool = try await TestServer.pool(limit: 1)
        let first = try await pool.withConnection { connection in
            _ = try await connection.query(Query(sql: "BEGIN"))
            return try await connection.processID()
        }
        let second = try await pool.withConnection { try await $0.processID() }
        #expect(first != second)
        _ = try await failure {
            try await pool.withConnection { connection in
                try await connection.execute(script: "BEGIN; SELECT 1/0; COMMIT")
            }
        }
        #expect(try await pool.withConnection { try await $0.isUsable() })
        await pool.close()
    }

    @Test func `a sound connection is used again`() async throws {
        let pool = try await TestServer.pool(limit: 2)
        let processes = try await (0..<5).asyncMap { _ in
            try await pool.withConnection { connection in
                _ = try? await connection.query(Query(sql: "SELECT 1/0"))
                _ = try? await connection.query(
                    Query(sql: "SELECT pg_sleep(9)"), deadline: .milliseconds(10))
                return try await connection.processID()
            }
        }
        #expect(Set(processes).count == 1)
        await pool.close()
    }

    @Test func `a closed pool refuses, wakes who waits, and closes what comes back`()
        async throws
    {
        let pool = try await TestServer.pool(limit: 1)
        let (stream, end) = AsyncStream<Never>.makeStream()
        let (begun, begin) = AsyncStream<Never>.makeStream()
        let holder = Task {
            defer { begin.finish() }
            return try await pool.withConnection { connection in
                begin.finish()
                for await _ in stream {}
                return connection
            }
        }
        for await _ in begun {}
        let waiter = Task { try await pool.withConnection { _ in 0 } }
        try await Task.sleep(for: .milliseconds(20))
        await pool.close()
        #expect(try await failure { try await waiter.value }.code == .closed)
        #expect(try await failure { try await pool.withConnection { _ in 0 } }.code == .closed)
        let query = try await failure { try await pool.query(Query(sql: "SELECT 1")) }
        #expect(query.code == .closed)
        end.finish()
        #expect(try await !holder.value.isOpen)
    }

    @Test func `run lasts until it is cancelled`() async throws {
        let pool = try await TestServer.pool()
        let task = Task {
            await pool.run()
            return Task.isCancelled
        }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        #expect(await task.value)
    }

    @Test func `a hundred connects leave no descriptor open`() async throws {
        let warm = try await TestServer.pool(limit: 4)
        _ = try await warm.query(Query(Self.one, 1))
        await warm.close()
        let server = try await TestServer.shared.connectionString()
        let host = try #require(server.split(separator: "'").dropFirst().first)
        // Other tests have a few descriptors of their own meanwhile.
        for round in 0..<100 {
            let connection = try await TestServer.connect()
            if round % 2 == 0 {
                await connection.close()
            } else {
                _ = try await connection.isUsable()
            }
            if round % 10 == 0 {
                let broken = PostgresConfiguration(
                    connectionString: "host='\(host)' dbname=no_such_database")
                #expect(
                    try await failure {
                        try await PostgresConnection.connect(broken, logger: TestServer.logger)
                    }.code == .unavailable)
            }
        }
        #expect(try await eventually { try Self.descriptors() < 60 })
    }

    private static func descriptors() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
}

extension Sequence {
    fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async throws -> [T] {
        var values: [T] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}

/// How many have a connection at once.
private final class Leased: Sendable {
    private let count = Mutex((now: 0, most: 0))
    var most: Int { count.withLock(\.most) }

    func add(_ change: Int) {
        count.withLock { count in
            count.now += change
            count.most = max(count.most, count.now)
        }
    }
}
