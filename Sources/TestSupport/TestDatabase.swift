package import Logging
package import Postgres
package import Store

/// A registry of its own for a test: a copy of a migrated template, so that making one costs
/// milliseconds and no test sees another's facts.
package struct TestDatabase: Sendable {
    package let store: Store
    /// For a second store on the same database.
    package let connectionString: String

    private static let turnstile = Turnstile(4)

    /// Makes the database, does `body`, and closes the connections. The database goes with the
    /// test process's cluster. Not within another: that one might wait for itself.
    package static func with<T: Sendable>(
        logger: Logger = .silent, _ body: @Sendable (TestDatabase) async throws -> T
    ) async throws -> T {
        try await using(logger, body) { try await TestTemplate.shared.copy() }
    }

    /// The same with a database that has no schema yet.
    package static func withEmpty<T: Sendable>(
        _ body: @Sendable (TestDatabase) async throws -> T
    ) async throws -> T {
        try await using(.silent, body) { try await TestTemplate.shared.empty() }
    }

    private static func using<T: Sendable>(
        _ logger: Logger, _ body: @Sendable (TestDatabase) async throws -> T,
        make: @Sendable () async throws -> String
    ) async throws -> T {
        await turnstile.enter()
        let result: Result<T, any Error>
        do {
            let database = TestDatabase(connectionString: try await make(), logger: logger)
            do {
                result = .success(try await body(database))
            } catch {
                result = .failure(error)
            }
            await database.store.pool.close()
        } catch {
            result = .failure(error)
        }
        await turnstile.leave()
        return try result.get()
    }

    /// Connects to a database that is there already, as a second daemon would.
    package init(
        connectionString: String, timeouts: PostgresTimeouts = PostgresTimeouts(),
        logger: Logger = .silent
    ) {
        self.connectionString = connectionString
        let pool = PostgresPool(
            configuration: PostgresConfiguration(
                connectionString: connectionString, timeouts: timeouts),
            logger: logger)
        store = Store(pool: pool, logger: logger)
    }

    /// Does `body` with a second store on the same database, and closes it.
    package func withSecondStore<T: Sendable>(
        timeouts: PostgresTimeouts = PostgresTimeouts(),
        _ body: @Sendable (Store) async throws -> T
    ) async throws -> T {
        let second = TestDatabase(connectionString: connectionString, timeouts: timeouts)
        do {
            let value = try await body(second.store)
            await second.store.pool.close()
            return value
        } catch {
            await second.store.pool.close()
            throw error
        }
    }
}

extension Logger {
    /// Says nothing.
    package static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
