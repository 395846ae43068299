internal import Logging
internal import Postgres
internal import ServiceLifecycle

/// The connections to the database. Closed when nobody asks any more: it goes after the server and
/// the nightly run, and before the database.
struct PoolService: Service {
    let isUp: Stage<String>
    /// Reached with the pool, before any connection is made.
    let hasPool: Stage<PostgresPool>
    let logger: Logger

    func run() async throws {
        guard let database = try await isUp.waitUnlessShutDown() else { return }
        let pool = PostgresPool(
            configuration: PostgresConfiguration(
                connectionString: database, applicationName: "licentiad"),
            limit: DaemonLimits.connections, lanes: DaemonLimits.lanes, logger: logger)
        hasPool.reach(pool)
        // Whichever way it is told to end.
        try? await gracefulShutdown()
        await pool.close()
    }
}
