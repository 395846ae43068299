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
        } catch {
            // Whatever error an interruption came out as.
            if Task.isShuttingDownGracefully || Task.isCancelled { return }
            throw Self.advice(for: error)
        }
        isMigrated.reach(store)
    }

    /// An error with what to do about it, where it has none itself.
    private static func advice(for error: any Error) -> any Error {
        guard let error = error as? PostgresError else { return error }
        return DaemonError(
            "The database refused what the schema needs (\(error)). The daemon's role must own "
                + "the database, and may need an administrator to create its extensions.")
    }
}
