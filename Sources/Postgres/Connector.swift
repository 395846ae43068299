import Logging
import Synchronization

/// Makes connections to one database for a pool and its lanes, trying again with growing waits.
/// The waits are shared: a hundred callers do not hammer a server that is not there.
final class Connector: Sendable {
    private let configuration: PostgresConfiguration
    private let logger: Logger
    private let backoff = Mutex(Backoff())

    init(_ configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    /// Connects until `end`.
    ///
    /// - Throws: `.unavailable` with what libpq said last, `.cancelled`, or at once what no further
    ///   attempt will change.
    func connect(
        until end: ContinuousClock.Instant
    ) async throws(PostgresError) -> PostgresConnection {
        var failure = PostgresError(.unavailable, "no connection could be made in time")
        while true {
            if backoff.withLock({ $0.mayTry(now: .now) }) {
                do throws(PostgresError) {
                    return try await attempt(until: end)
                } catch {
                    guard error.code == .unavailable else { throw error }
                    failure = error
                }
            }
            let look = backoff.withLock { $0.nextLook(now: .now) }
            guard look < end else { throw failure }
            do {
                try await Task.sleep(until: look, clock: .continuous)
            } catch {
                throw .interruption(.cancelled)
            }
        }
    }

    private func attempt(
        until end: ContinuousClock.Instant
    ) async throws(PostgresError) -> PostgresConnection {
        do throws(PostgresError) {
            let connection = try await PostgresConnection.connect(
                configuration, until: end, logger: logger)
            backoff.withLock { $0.succeeded() }
            return connection
        } catch {
            let failed = error.code == .unavailable
            backoff.withLock { if failed { $0.failed(now: .now) } else { $0.gaveUp() } }
            throw error
        }
    }
}
