internal import EmbeddedPostgres
internal import ServiceLifecycle

/// The database: the embedded cluster, which is started and watched, or the one that was given.
///
/// First among the services, so that it is the last to go: it outlives whatever still writes.
struct DatabaseService: Service {
    let source: DatabaseSource
    /// Reached with the connection string.
    let isUp: Stage<String>

    func run() async throws {
        switch source {
        case .given(let database):
            isUp.reach(database.text)
            // Nothing to do but to keep its place: a service that ends would end the others.
            try? await gracefulShutdown()
        case .embedded(let cluster):
            try await run(cluster)
        }
    }

    /// A shutdown may come while the cluster starts, which can take minutes of recovery; then the
    /// start is called off.
    private func run(_ cluster: EmbeddedCluster) async throws {
        do {
            let database = try await withGracefulShutdownHandler {
                try await cluster.start()
            } onGracefulShutdown: {
                Task { await cluster.stop() }
            }
            isUp.reach(database)
        } catch {
            // Called off, or failed; as what error the first comes out depends on how far it was.
            guard Task.isShuttingDownGracefully else { throw error }
            return
        }
        try await cluster.run()
    }
}

/// Where the registry is kept.
enum DatabaseSource: Sendable {
    case embedded(EmbeddedCluster)
    case given(ConnectionString)

    /// For the log, without any part of the connection string.
    var kind: String {
        switch self {
        case .embedded: "embedded"
        case .given: "given"
        }
    }
}
