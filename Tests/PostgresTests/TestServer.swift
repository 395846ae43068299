import Logging
import Postgres
import TestSupport
import Testing

/// A database of these tests on the shared cluster, where its role may make tables.
actor TestServer {
    static let shared = TestServer()
    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private var making: Task<String, any Error>?

    func connectionString() async throws -> String {
        let task = making ?? Task { try await Self.make() }
        making = task
        return try await task.value
    }

    private static func make() async throws -> String {
        let server = try await TestCluster.shared.connectionString()
        let connection = try await PostgresConnection.connect(
            PostgresConfiguration(connectionString: server), logger: logger)
        try await connection.execute(script: "CREATE DATABASE postgres_tests")
        await connection.close()
        return server + " dbname=postgres_tests"
    }

    static func configuration(_ more: String = "") async throws -> PostgresConfiguration {
        PostgresConfiguration(
            connectionString: try await shared.connectionString() + " " + more)
    }

    static func connect() async throws -> PostgresConnection {
        try await PostgresConnection.connect(try await configuration(), logger: logger)
    }

    static func pool(
        limit: Int = 4, lanes: Int = 2, leaseTimeout: Duration = .seconds(10)
    ) async throws -> PostgresPool {
        PostgresPool(
            configuration: try await configuration(), limit: limit, lanes: lanes,
            leaseTimeout: leaseTimeout, logger: logger)
    }

    /// Waits until the session is at work on a statement that begins so.
    static func untilRunning(_ text: String, in process: Int) async throws {
        let watcher = try await connect()
        let query = Query(
            sql: """
                SELECT count(*) FROM pg_stat_activity
                WHERE pid = $1 AND state = 'active' AND query LIKE $2
                """, Int32(process), text + "%")
        #expect(try await eventually { try await watcher.one(query, as: Int.self) == 1 })
        await watcher.close()
    }

    /// Ends a session, as an administrator would.
    static func kill(_ process: Int) async throws {
        let killer = try await connect()
        _ = try await killer.query(Query(sql: "SELECT pg_terminate_backend($1)", Int32(process)))
        await killer.close()
    }
}

extension PostgresConnection {
    func processID() async throws -> Int {
        try await one(Query(sql: "SELECT pg_backend_pid()"))
    }

    /// The only value of the only row.
    func one<T: PostgresDecodable>(_ query: Query, as: T.Type = T.self) async throws -> T {
        try #require(try await self.query(query).first).decode(0)
    }

    /// That it still does what it is asked.
    func isUsable() async throws -> Bool {
        try await one(Query(sql: "SELECT 1 + $1::int", Int32(41))) == 42
    }
}

/// What a call threw.
func failure<T>(
    of body: () async throws -> T, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> PostgresError {
    do {
        _ = try await body()
    } catch let error as PostgresError {
        return error
    }
    return try #require(nil as PostgresError?, "nothing was thrown", sourceLocation: sourceLocation)
}

/// Waits until something is so, at most ten seconds.
func eventually(_ isSo: () async throws -> Bool) async throws -> Bool {
    let end = ContinuousClock.now + .seconds(10)
    while .now < end {
        if try await isSo() { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return false
}
