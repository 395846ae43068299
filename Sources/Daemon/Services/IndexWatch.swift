internal import Index
internal import Logging
internal import ServiceLifecycle
internal import Store

/// Keeps the index in memory as the registry is, once the schema is there. Until it is read, and
/// where it cannot be kept, checks ask the database.
struct IndexWatch: Service {
    let index: RegistryIndex
    let isMigrated: Stage<Store>
    let logger: Logger

    func run() async throws {
        guard let store = try await isMigrated.waitUnlessShutDown() else { return }
        try await cancelWhenGracefulShutdown {
            do {
                try await IndexFollower(index, store: store, logger: logger).run()
            } catch is CancellationError {
                logger.debug("the index is left as it is")
            }
        }
    }
}
