import Synchronization

/// Who gets which connection, and when. A place is counted as leased from the moment it is granted
/// until `giveBack`; every path from a grant leads there.
extension PostgresPool {
    /// A connection, or nil for the right to make one.
    typealias Grant = Result<PostgresConnection?, PostgresError>
    typealias Waiter = CheckedContinuation<Grant, Never>

    func lease(
        until end: ContinuousClock.Instant
    ) async throws(PostgresError) -> PostgresConnection {
        if Task.isCancelled { throw .interruption(.cancelled) }
        switch state.withLock({ $0.lease(isUsable: \.isOpen) }) {
        case .use(let connection): return connection
        case .connect: return try await connect(until: end)
        case .refuse(let reason): throw reason.error
        case .wait:
            if let connection = try await wait(until: end), connection.isOpen {
                return connection
            }
            return try await connect(until: end)
        }
    }

    /// Takes a connection back from its user, and closes what nobody else should get.
    func takeBack(_ connection: PostgresConnection) async {
        let isReusable = await connection.isReusable
        if !isReusable || state.withLock(\.isClosed) { await connection.close() }
        giveBack(connection)
    }

    /// Makes a connection in a place that is already counted as leased; gives the place up where
    /// none can be made.
    private func connect(
        until end: ContinuousClock.Instant
    ) async throws(PostgresError) -> PostgresConnection {
        do throws(PostgresError) {
            let connection = try await connector.connect(until: end)
            guard state.withLock(\.isClosed) else { return connection }
            await connection.close()
            throw PostgresError.poolClosed
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
    private func wait(
        until end: ContinuousClock.Instant
    ) async throws(PostgresError) -> PostgresConnection? {
        let id = lastWaiter.wrappingAdd(1, ordering: .relaxed).newValue
        let alarm = Task {
            try await Task.sleep(until: end, clock: .continuous)
            giveUp(id, .noneCameFree)
        }
        defer { alarm.cancel() }
        let grant = await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in enqueue(id, waiter, until: end) }
        } onCancel: {
            giveUp(id, .interruption(.cancelled))
        }
        return try grant.get()
    }

    /// Between asking and waiting a connection may have come back, the time have passed or the
    /// task been cancelled; `giveUp` found nobody then, so it is looked at again under the lock.
    private func enqueue(_ id: UInt64, _ waiter: Waiter, until end: ContinuousClock.Instant) {
        let grant: Grant? = state.withLock { state in
            if Task.isCancelled { return .failure(.interruption(.cancelled)) }
            if .now >= end { return .failure(.noneCameFree) }
            switch state.lease(isUsable: \.isOpen) {
            case .use(let connection): return .success(connection)
            case .connect: return .success(nil)
            case .refuse(let reason): return .failure(reason.error)
            case .wait:
                state.wait(id, waiter)
                return nil
            }
        }
        if let grant { waiter.resume(returning: grant) }
    }

    private func giveUp(_ id: UInt64, _ error: PostgresError) {
        state.withLock { $0.giveUp(id) }?.resume(returning: .failure(error))
    }
}

extension PostgresError {
    static let poolClosed = PostgresError(.closed, "the pool is closed")
    fileprivate static let noneCameFree = PostgresError(
        .poolExhausted, "no connection came free in time")
}

extension PoolRefusal {
    fileprivate var error: PostgresError {
        switch self {
        case .closed: .poolClosed
        case .tooManyWait: PostgresError(.poolExhausted, "too many wait for a connection")
        }
    }
}
