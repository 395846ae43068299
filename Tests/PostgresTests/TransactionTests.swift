import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct TransactionTests {
    private struct Refused: Error {}

    /// A connection with an empty table `t` of its own.
    private func table() async throws -> PostgresConnection {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "CREATE TEMPORARY TABLE t (n int PRIMARY KEY)")
        return connection
    }

    private func count(_ connection: PostgresConnection) async throws -> Int {
        try await connection.one(Query(sql: "SELECT count(*) FROM t"))
    }

    private static let insert = Statement(name: "insert", sql: "INSERT INTO t VALUES ($1)")

    @Test func `commits its value, rolls back with one, rolls back on a throw`() async throws {
        let connection = try await table()
        let committed = try await connection.transaction { transaction in
            _ = try await transaction.query(Query(Self.insert, 1))
            return .commit("yes")
        }
        #expect(committed == "yes")
        #expect(try await count(connection) == 1)
        let dry = try await connection.transaction { transaction in
            .rollback(try await transaction.query(Query(Self.insert, 2)).affected)
        }
        #expect(dry == 1)
        await #expect(throws: Refused.self) {
            try await connection.transaction { transaction -> TransactionEnd<Int> in
                _ = try await transaction.query(Query(Self.insert, 3))
                throw Refused()
            }
        }
        #expect(try await count(connection) == 1)
        let nothing = try await connection.transaction { _ in .commit(7) }
        #expect(nothing == 7)
        await connection.close()
    }

    @Test func `a swallowed failure does not commit`() async throws {
        let connection = try await table()
        for first in [Query(sql: "SELECT 1"), Query(sql: "SELECT 1/0")] {
            let error = try await failure {
                try await connection.transaction { transaction in
                    _ = try? await transaction.query(first)
                    _ = try? await transaction.query(Query(sql: "SELECT 1/0"))
                    _ = try? await transaction.query(Query(Self.insert, 1))
                    return .commit(0)
                }
            }
            #expect(error.code == .transactionAborted)
        }
        #expect(try await count(connection) == 0)
        await connection.close()
    }

    @Test func `nothing runs outside when the first statement was never sent`() async throws {
        let connection = try await table()
        let value = try await connection.transaction { transaction in
            _ = try? await transaction.query(Query(sql: "SELECT\u{0}1"))
            _ = try? await transaction.query(Query(Self.insert, 1))
            return .rollback(1)
        }
        #expect(value == 1)
        #expect(try await count(connection) == 0)
        await connection.close()
    }

    @Test func `statements that begin together are all inside`() async throws {
        let connection = try await table()
        _ = try await connection.transaction { transaction in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        _ = try await transaction.query(Query(Self.insert, number))
                    }
                }
                try await group.waitForAll()
            }
            return .rollback(0)
        }
        #expect(try await count(connection) == 0)
        await connection.close()
    }

    @Test func `a failure's number does not count BEGIN`() async throws {
        let connection = try await table()
        let error = try await failure {
            try await connection.transaction { transaction in
                _ = try await transaction.pipeline([
                    Query(Self.insert, 1), Query(Self.insert, 1), Query(Self.insert, 2),
                ])
                return .commit(0)
            }
        }
        #expect(error.index == 1)
        #expect(try await connection.isUsable())
        await connection.close()
    }

    @Test func `a cancelled task takes its transaction back`() async throws {
        let connection = try await table()
        let task = Task {
            try await connection.transaction { transaction in
                _ = try await transaction.query(Query(Self.insert, 1))
                _ = try await transaction.query(Query(sql: "SELECT pg_sleep(30)"))
                return .commit(0)
            }
        }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        #expect(try await failure { try await task.value }.code == .cancelled)
        #expect(try await count(connection) == 0)
        await connection.close()
    }

    @Test func `a deferred constraint fails the commit with its name`() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(
            script: """
                CREATE TEMPORARY TABLE t
                    (n int CONSTRAINT once UNIQUE DEFERRABLE INITIALLY DEFERRED)
                """)
        let error = try await failure {
            try await connection.transaction { transaction in
                _ = try await transaction.query(Query(Self.insert, 1))
                _ = try await transaction.query(Query(Self.insert, 1))
                return .commit(0)
            }
        }
        #expect(error.sqlState == .uniqueViolation)
        #expect(error.constraint == "once")
        #expect(try await count(connection) == 0)
        await connection.close()
    }

    @Test func `modes see what they promise`() async throws {
        let connection = try await table()
        let error = try await failure {
            try await connection.transaction(.repeatableReadReadOnly) { transaction in
                _ = try await transaction.query(Query(sql: "CREATE TABLE not_made (n int)"))
                return .commit(0)
            }
        }
        #expect(error.sqlState == .readOnlyTransaction)
        let level = try await connection.transaction(.repeatableRead) { transaction in
            .commit(
                try await transaction.query(Query(sql: "SHOW transaction_isolation")).first?
                    .decode(0, as: String.self))
        }
        #expect(level == "repeatable read")
        await connection.close()
    }

    @Test func `two tasks never mix in one transaction`() async throws {
        let pool = try await TestServer.pool(limit: 3)
        let transactionID = Query(sql: "SELECT txid_current(), pg_backend_pid()")
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    try await pool.withConnection { connection in
                        try await connection.transaction { transaction in
                            var ids: Set<Int> = []
                            for _ in 0..<5 {
                                let row = try await transaction.query(transactionID).first
                                ids.insert(try #require(row).decode(0))
                                await Task.yield()
                            }
                            #expect(ids.count == 1)
                            return .commit(ids.first ?? 0)
                        }
                    }
                }
            }
            let all = try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            #expect(all.count == 40)
        }
        await pool.close()
    }

    @Test func `a transaction that has ended is of no use`() async throws {
        let connection = try await TestServer.connect()
        let escaped = try await connection.transaction { .commit($0) }
        let error = try await failure { try await escaped.query(Query(sql: "SELECT 1")) }
        #expect(error.code == .misuse)
        await connection.close()
    }
}
