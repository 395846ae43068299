internal import Processes
internal import Logging
internal import ServiceLifecycle

extension EmbeddedCluster: Service {
    /// How often old log files are looked for while the server runs.
    private static let pruneInterval: Duration = .seconds(3_600)

    /// Starts the server if it does not run, starts it again when it ends by itself, and stops it
    /// at a graceful shutdown or when the task is cancelled.
    ///
    /// Put it first in the list of services: they are shut down in the opposite order, and the
    /// database must outlive whatever still writes to it.
    /// - Throws: `restartLimit` when the server keeps ending.
    package func run() async throws {
        _ = try await start()
        do {
            try await cancelWhenGracefulShutdown { try await self.supervise() }
        } catch is CancellationError {
            await stop()
            return
        } catch {
            await stop()
            throw error
        }
        await stop()
    }

    private func supervise() async throws {
        var backOff = RestartBackOff()
        var began = ContinuousClock.now
        while phase == .running, !Task.isCancelled, let server = child {
            let status = await server.endedUnlessCancelled(within: Self.pruneInterval)
            guard phase == .running, let cluster = ready else { return }
            guard let status else {
                ServerLog(layout: cluster.layout).prune()
                continue
            }
            logger.error("the database ended by itself", metadata: ["ending": "\(status)"])
            try await restart(cluster, &backOff, ran: began.duration(to: .now))
            began = .now
        }
    }

    /// Tries until a server is ready again, or the limit of tries is reached.
    private func restart(
        _ cluster: ReadyCluster, _ backOff: inout RestartBackOff, ran time: Duration
    ) async throws {
        var time = time
        while phase == .running {
            guard let delay = backOff.delay(afterRunning: time) else { throw givenUp(cluster) }
            try await Task.sleep(for: delay)
            guard phase == .running else { return }
            do throws(EmbeddedPostgresError) {
                try await launch(cluster)
                return
            } catch {
                guard phase == .running else { return }
                logger.error("the database does not start", metadata: ["error": "\(error)"])
                time = .zero
            }
        }
    }

    private func givenUp(_ cluster: ReadyCluster) -> EmbeddedPostgresError {
        EmbeddedPostgresError(
            .restartLimit,
            "the database ended again and again, and was started \(RestartBackOff.limit) times in "
                + "a row. Look into \(cluster.layout.logFolder) for the cause, then start again.")
    }
}
