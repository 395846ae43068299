package import Logging
import Synchronization

/// Connections kept for use. Work of several statements leases one; single statements share a few
/// lanes, on which many are under way at once.
package final class PostgresPool: Sendable {
    let connector: Connector
    let state: Mutex<PoolState<PostgresConnection, Waiter>>
    let lastWaiter = Atomic<UInt64>(0)
    private let lanes: PostgresLanes
    private let leaseTimeout: Duration

    /// Connects to nothing yet.
    ///
    /// - Parameters:
    ///   - limit: leased connections at once, at least 1.
    ///   - lanes: connections that single statements share, at least 1.
    ///   - leaseTimeout: how long to wait for a connection, a lost server's return included.
    package init(
        configuration: PostgresConfiguration, limit: Int = PostgresLimits.poolConnections,
        lanes: Int = PostgresLimits.lanes, leaseTimeout: Duration = PostgresLimits.leaseTimeout,
        logger: Logger
    ) {
        self.leaseTimeout = leaseTimeout
        connector = Connector(configuration, logger: logger)
        state = Mutex(PoolState(limit: limit, mostWaiting: PostgresLimits.poolWaiters))
        self.lanes = PostgresLanes(connector, count: lanes)
    }

    /// Does `body` with a connection of its own. One that comes back with a transaction still
    /// open, or with work under way, is closed and not used again.
    ///
    /// - Throws: `.poolExhausted` where none came free in time or too many wait; `.unavailable`
    ///   where none could be made in time; whatever `body` throws.
    package func withConnection<T: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws -> T
    ) async throws -> T {
        let connection = try await lease(until: .now + leaseTimeout)
        do {
            let value = try await body(connection)
            await takeBack(connection)
            return value
        } catch {
            await takeBack(connection)
            throw error
        }
    }

    /// Runs a single statement on a shared lane: its own transaction.
    ///
    /// A deadline that passes while other statements are under way on the lane ends the wait and
    /// not the statement, for a cancellation could hit another one; `statement_timeout` ends it.
    package func query(
        _ query: Query, deadline: Duration? = nil
    ) async throws(PostgresError) -> ResultSet {
        try await lanes.query(query, deadline: deadline, within: leaseTimeout)
    }

    /// For a service group: waits until the task is cancelled. Connections come and go without it;
    /// `close` is for when nobody uses the pool any more.
    package func run() async {
        let (forever, end) = AsyncStream<Never>.makeStream()
        for await _ in forever {}
        end.finish()
    }

    /// Closes what is idle and refuses new work; leased connections are closed when they return.
    package func close() async {
        let (connections, waiters) = state.withLock { $0.close() }
        for waiter in waiters { waiter.resume(returning: .failure(.poolClosed)) }
        for connection in connections { await connection.close() }
        await lanes.close()
    }
}
