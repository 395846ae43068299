package import Logging
import Synchronization

/// Connections kept for use. Work of several statements leases one; single statements share a few
/// lanes, on which many are under way at once.
package final class PostgresPool: Sendable {
    private typealias Grant = Result<PostgresConnection?, PostgresError>
    private typealias Waiter = CheckedContinuation<Grant, Never>

    private let configuration: PostgresConfiguration
    private let logger: Logger
    private let state: Mutex<PoolState<PostgresConnection, Waiter>>
    private let lastWaiter = Atomic<UInt64>(0)
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
        self.configuration = configuration
        self.logger = logger
        self.leaseTimeout = leaseTimeout
        state = Mutex(PoolState(limit: limit, mostWaiting: PostgresLimits.poolWaiters))
        self.lanes = PostgresLanes(configuration, count: lanes, logger: logger)
    }

    /// Does `body` with a connection of its own.
    ///
    /// - Throws: `.poolExhausted` where none came free in time or too many wait; `.unavailable`
    ///   where none could be made in time.
    package func withConnection<T: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws -> T
    ) async throws -> T {
        let connection = try await lease()
        do {
            let value = try await body(connection)
            giveBack(connection)
            return value
        } catch {
            giveBack(connection)
            throw error
        }
    }

    /// Runs a single statement on a shared lane: its own transaction.
    package func query(
        _ query: Query, deadline: Duration? = nil
    ) async throws(PostgresError) -> ResultSet {
        try await lanes.query(query, deadline: deadline, within: leaseTimeout)
    }

    /// Closes what is idle and refuses new work; leased connections are closed when they return.
    package func close() async {
        let (connections, waiters) = state.withLock { $0.close() }
        for waiter in waiters {
            waiter.resume(returning: .failure(PostgresError(.closed, "the pool is closed")))
        }
        for connection in connections { await connection.close() }
        await lanes.close()
    }

    private func lease() async throws(PostgresError) -> PostgresConnection {
        switch state.withLock({ $0.lease(isUsable: \.isOpen) }) {
        case .use(let connection): return connection
        case .connect: return try await connect()
        case .wait:
            if let connection = try await wait(), connection.isOpen { return connection }
            return try await connect()
        case .refuse:
            let isClosed = state.withLock(\.isClosed)
            throw isClosed
                ? PostgresError(.closed, "the pool is closed")
                : PostgresError(.poolExhausted, "too many wait for a connection")
        }
    }

    /// Makes a connection in a place that is already counted as leased; gives the place up where
    /// none can be made.
    private func connect() async throws(PostgresError) -> PostgresConnection {
        do throws(PostgresError) {
            return try await PostgresConnection.connect(
                configuration, within: leaseTimeout, logger: logger)
        } catch {
            giveBack(nil)
            throw error
        }
    }

    private func giveBack(_ connection: PostgresConnection?) {
        let usable = connection.flatMap { $0.isOpen ? $0 : nil }
        let waiter = state.withLock { $0.giveBack(usable) }
        waiter?.resume(returning: .success(usable))
    }

    /// Waits for a place; nil is the right to make a connection.
    private func wait() async throws(PostgresError) -> PostgresConnection? {
        let id = lastWaiter.wrappingAdd(1, ordering: .relaxed).newValue
        let timeout = Task {
            try await Task.sleep(for: leaseTimeout)
            giveUp(id, PostgresError(.poolExhausted, "no connection came free in time"))
        }
        defer { timeout.cancel() }
        let grant = await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in enqueue(id, waiter) }
        } onCancel: {
            giveUp(id, .interruption(.cancelled))
        }
        return try grant.get()
    }

    private func enqueue(_ id: UInt64, _ waiter: Waiter) {
        // Between asking and waiting a connection may have come back, or the task been cancelled.
        let lease = state.withLock { state -> PoolState<PostgresConnection, Waiter>.Lease in
            if Task.isCancelled { return .refuse }
            let lease = state.lease(isUsable: \.isOpen)
            if case .wait = lease { state.wait(id, waiter) }
            return lease
        }
        switch lease {
        case .use(let connection): waiter.resume(returning: .success(connection))
        case .connect: waiter.resume(returning: .success(nil))
        case .wait: break
        case .refuse:
            let code: PostgresError.Code = Task.isCancelled ? .cancelled : .poolExhausted
            waiter.resume(
                returning: .failure(PostgresError(code, "too many wait for a connection")))
        }
    }

    private func giveUp(_ id: UInt64, _ error: PostgresError) {
        state.withLock { $0.giveUp(id) }?.resume(returning: .failure(error))
    }
}

extension PostgresConnection {
    /// Connects, trying again with growing waits until the limit has passed.
    static func connect(
        _ configuration: PostgresConfiguration, within limit: Duration, logger: Logger
    ) async throws(PostgresError) -> PostgresConnection {
        let end = ContinuousClock.now + limit
        var backoff = Backoff()
        while true {
            do throws(PostgresError) {
                return try await connect(configuration, logger: logger)
            } catch {
                let wait = backoff.next()
                guard .now + wait < end else { throw error }
                do { try await Task.sleep(for: wait) } catch {
                    throw .interruption(.cancelled)
                }
            }
        }
    }
}
