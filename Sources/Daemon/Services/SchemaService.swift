internal import Logging
internal import Postgres
internal import ServiceLifecycle
internal import Store

/// Brings the database to the schema of this binary, and ends.
struct SchemaService: Service {
    let hasPool: Stage<PostgresPool>
    /// Reached with the store when the schema is this binary's.
    let isMigrated: Stage<Store>
    let logger: Logger

    func run() async throws {
        guard let pool = try await hasPool.waitUnlessShutDown() else { return }
        let store = Store(pool: pool, logger: logger)
        do {
            try await cancelWhenGracefulShutdown {
                try await DatabasePatience(logger: logger).call {
                    try await Migrator(store: store, logger: logger).run()
                }
            }
        } catch  where Task.isShuttingDownGracefully || Task.isCancelled {
            // Whatever error the interruption came out as.
            return
        } catch let error as PostgresError {
            throw DaemonError(
                "The database refused what the schema needs (\(error)). The daemon's role must own "
                    + "the database, and may need an administrator to create its extensions.")
        }
        isMigrated.reach(store)
    }
}
