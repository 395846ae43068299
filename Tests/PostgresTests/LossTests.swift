import EmbeddedPostgres
import Foundation
import Postgres
import Testing

/// Sessions that an administrator ends, and servers that go and come back.
@Suite(.timeLimit(.minutes(1))) struct LossTests {
    @Test func `killed when idle`() async throws {
        let connection = try await TestServer.connect()
        try await TestServer.kill(try await connection.processID())
        #expect(try await eventually { !connection.isOpen })
        let error = try await failure { try await connection.isUsable() }
        #expect(error.code == .connectionLost)
        #expect(!error.wasSent)
    }

    @Test func `killed in a pipeline`() async throws {
        let connection = try await TestServer.connect()
        let process = try await connection.processID()
        let first = Task { try await connection.query(Query(sql: "SELECT pg_sleep(30)")) }
        let second = Task { try await connection.query(Query(sql: "SELECT 1")) }
        try await TestServer.untilRunning("SELECT pg_sleep", in: process)
        try await TestServer.kill(process)
        let error = try await failure { try await first.value }
        #expect(error.code == .connectionLost)
        #expect(error.sqlState == .adminShutdown)
        #expect(error.wasSent)
        #expect(try await failure { try await second.value }.code == .connectionLost)
        #expect(!connection.isOpen)
    }

    @Test func `killed in a script`() async throws {
        let connection = try await TestServer.connect()
        let process = try await connection.processID()
        let script = Task { try await connection.execute(script: "SELECT 1; SELECT pg_sleep(30)") }
        try await TestServer.untilRunning("SELECT 1; SELECT pg_sleep", in: process)
        try await TestServer.kill(process)
        let error = try await failure { try await script.value }
        #expect(error.code == .connectionLost)
        #expect(error.sqlState == .adminShutdown)
        #expect(error.wasSent)
    }

    @Test func `killed in a transaction, which then has no effect`() async throws {
        let pool = try await TestServer.pool()
        let error = try await failure {
            try await pool.withConnection { connection in
                try await connection.transaction { transaction in
                    let process = try await transaction.query(
                        Query(sql: "SELECT pg_backend_pid()")
                    ).rows[0].decode(0, as: Int.self)
                    try await TestServer.kill(process)
                    _ = try await transaction.query(Query(sql: "SELECT 1"))
                    return .commit(0)
                }
            }
        }
        #expect(error.code == .connectionLost)
        #expect(try await pool.withConnection { try await $0.isUsable() })
        await pool.close()
    }

    @Test func `killed at COMMIT: nobody knows`() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(
            script: """
                CREATE TEMPORARY TABLE t (n int);
                CREATE FUNCTION pg_temp.dawdle() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_sleep(30); RETURN NULL; END';
                CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON t
                    DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION pg_temp.dawdle();
                """)
        let process = try await connection.processID()
        let work = Task {
            try await connection.transaction { transaction in
                _ = try await transaction.query(Query(sql: "INSERT INTO t VALUES (1)"))
                return .commit(1)
            }
        }
        try await TestServer.untilRunning("COMMIT", in: process)
        // A cancelled task does not leave a COMMIT alone.
        work.cancel()
        try await Task.sleep(for: .milliseconds(50))
        try await TestServer.kill(process)
        let error = try await failure { try await work.value }
        #expect(error.code == .outcomeUnknown)
    }

    @Test func `the pool recovers when the server was stopped and started`() async throws {
        let folder = "/tmp/licentia-restart-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let cluster = EmbeddedCluster(
            folder: folder, durability: .forTestsOnly, logger: TestServer.logger)
        let string = try await cluster.start()
        let pool = PostgresPool(
            configuration: PostgresConfiguration(connectionString: string), limit: 2,
            leaseTimeout: .seconds(30), logger: TestServer.logger)
        #expect(try await pool.query(Query(sql: "SELECT 1")).rows.count == 1)
        #expect(try await pool.withConnection { try await $0.isUsable() })
        await cluster.stop()
        // A hundred callers wait for it together, and are all served.
        async let answers = withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<100 {
                group.addTask {
                    number % 2 == 0
                        ? try await pool.query(Query(sql: "SELECT 1")).rows.count == 1
                        : try await pool.withConnection { try await $0.isUsable() }
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        try await Task.sleep(for: .milliseconds(500))
        _ = try await cluster.start()
        #expect(try await answers == 100)
        await pool.close()
        await cluster.stop()
    }

    @Test func `with no server, a caller waits as long as it may and no longer`() async throws {
        let pool = PostgresPool(
            configuration: PostgresConfiguration(connectionString: "host=/nonexistent"),
            leaseTimeout: .milliseconds(300), logger: TestServer.logger)
        let begun = ContinuousClock.now
        let lease = try await failure { try await pool.withConnection { _ in 0 } }
        #expect(lease.code == .unavailable)
        let lane = try await failure { try await pool.query(Query(sql: "SELECT 1")) }
        #expect(lane.code == .unavailable)
        #expect(ContinuousClock.now - begun < PostgresLimits.leaseTimeout)
        await pool.close()
    }

    @Test func `a server that never answers costs the lease's time and no more`() async throws {
        // A listening socket that nobody accepts on: libpq would wait for its own limit.
        let mute = try MuteServer()
        let pool = PostgresPool(
            configuration: PostgresConfiguration(
                connectionString: "host=127.0.0.1 port=\(mute.port) connect_timeout=60"),
            leaseTimeout: .milliseconds(200), logger: TestServer.logger)
        let begun = ContinuousClock.now
        #expect(try await failure { try await pool.withConnection { _ in 0 } }.code == .unavailable)
        #expect(ContinuousClock.now - begun < .seconds(30))
        let waiting = Task { try await pool.query(Query(sql: "SELECT 1")) }
        waiting.cancel()
        #expect(try await failure { try await waiting.value }.code == .cancelled)
        await pool.close()
    }

    @Test func `one caller's short deadline ends nobody else's wait for a lane`() async throws {
        let mute = try MuteServer()
        let pool = PostgresPool(
            configuration: PostgresConfiguration(
                connectionString: "host=127.0.0.1 port=\(mute.port) connect_timeout=60"),
            lanes: 1, leaseTimeout: .seconds(8), logger: TestServer.logger)
        let begun = ContinuousClock.now
        let hurried = Task {
            try await pool.query(Query(sql: "SELECT 1"), deadline: .milliseconds(50))
        }
        let patient = Task { try await pool.query(Query(sql: "SELECT 1")) }
        #expect(try await failure { try await hurried.value }.code == .timedOut)
        #expect(ContinuousClock.now - begun < .seconds(8))
        let code = try await failure { try await patient.value }.code
        #expect([.unavailable, .timedOut].contains(code))
        #expect(ContinuousClock.now - begun > .seconds(7))
        await pool.close()
    }

    @Test func `several hosts, the first one dead`() async throws {
        let string = try await TestServer.shared.connectionString()
        let host = try #require(string.split(separator: "'").dropFirst().first)
        var parts = string.split(separator: " ").filter { !$0.hasPrefix("host=") }.map(String.init)
        parts.append("host='/nonexistent,\(host)'")
        let connection = try await PostgresConnection.connect(
            PostgresConfiguration(connectionString: parts.joined(separator: " ")),
            logger: TestServer.logger)
        #expect(try await connection.isUsable())
        await connection.close()
    }

    @Test(arguments: ["host='x password=secret", "postgresql://a:secret@[x", "a=secret\u{0}"])
    func `a connection string that cannot be read is not quoted`(string: String) async throws {
        let error = try await failure {
            try await PostgresConnection.connect(
                PostgresConfiguration(connectionString: string), logger: TestServer.logger)
        }
        #expect(error.code == .misuse)
        #expect(!"\(error)".contains("secret"))
    }
}
