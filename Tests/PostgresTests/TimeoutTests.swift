import Glibc
import Postgres
import Testing

/// What may never come is not waited for without end.
@Suite(.timeLimit(.minutes(2))) struct TimeoutTests {
    private static func connect(_ timeouts: PostgresTimeouts) async throws -> PostgresConnection {
        var configuration = try await TestServer.configuration()
        configuration.timeouts = timeouts
        return try await PostgresConnection.connect(configuration, logger: TestServer.logger)
    }

    @Test func `a lock that another one holds`() async throws {
        let holder = try await TestServer.connect()
        try await holder.execute(script: "CREATE TABLE IF NOT EXISTS held (n int)")
        try await holder.execute(script: "BEGIN; LOCK TABLE held")
        let connection = try await Self.connect(PostgresTimeouts(lock: .milliseconds(100)))
        let error = try await failure {
            try await connection.query(Query(sql: "SELECT count(*) FROM held"))
        }
        #expect(error.code == .server)
        #expect(error.sqlState == .lockNotAvailable)
        try await holder.execute(script: "ROLLBACK")
        #expect(try await connection.isUsable())
    }

    @Test func `a statement that runs too long`() async throws {
        let connection = try await Self.connect(PostgresTimeouts(statement: .milliseconds(100)))
        let error = try await failure {
            try await connection.query(Query(sql: "SELECT pg_sleep(30)"))
        }
        #expect(error.code == .server)
        #expect(error.sqlState == .queryCanceled)
        #expect(try await connection.isUsable())
    }

    @Test func `a transaction may have a longer limit of its own`() async throws {
        let connection = try await Self.connect(PostgresTimeouts(statement: .milliseconds(100)))
        try await connection.transaction(statementLimit: .seconds(60)) { transaction in
            _ = try await transaction.query(Query(sql: "SELECT pg_sleep(0.3)"))
            return .commit(())
        }
        let error = try await failure {
            try await connection.query(Query(sql: "SELECT pg_sleep(0.3)"))
        }
        #expect(error.sqlState == .queryCanceled)
    }

    @Test func `a transaction in which nothing goes on`() async throws {
        let connection = try await Self.connect(
            PostgresTimeouts(idleInTransaction: .milliseconds(100)))
        let error = try await failure {
            try await connection.transaction { transaction in
                _ = try await transaction.query(Query(sql: "SELECT 1"))
                #expect(try await eventually { !connection.isOpen })
                _ = try await transaction.query(Query(sql: "SELECT 1"))
                return .commit(())
            }
        }
        #expect(error.code == .connectionLost)
    }

    /// A stopped backend hears neither its own clock nor a cancellation.
    @Test func `a server that is frozen, before COMMIT and at it`() async throws {
        let timeouts = PostgresTimeouts(statement: .milliseconds(100), grace: .milliseconds(100))
        let (asking, committing) = (
            try await Self.connect(timeouts), try await Self.connect(timeouts)
        )
        let processes = [
            pid_t(try await asking.processID()), pid_t(try await committing.processID()),
        ]
        defer { for process in processes { kill(process, SIGCONT) } }
        async let unanswered = failure {
            kill(processes[0], SIGSTOP)
            return try await asking.query(Query(sql: "SELECT 1"))
        }
        async let unknown = failure {
            try await committing.transaction { transaction in
                _ = try await transaction.query(Query(sql: "SELECT 1"))
                kill(processes[1], SIGSTOP)
                return .commit(())
            }
        }
        let (first, second) = try await (unanswered, unknown)
        #expect(first.code == .timedOut)
        #expect(first.wasSent)
        #expect(second.code == .outcomeUnknown)
        #expect(!asking.isOpen && !committing.isOpen)
    }
}
