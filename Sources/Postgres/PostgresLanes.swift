/// A few connections that many single statements share, each statement its own segment: none
/// waits for another's round trip.
actor PostgresLanes {
    private typealias Grant = Result<PostgresConnection, PostgresError>

    private struct Lane {
        var connection: PostgresConnection?
        var isConnecting = false
        var waiters: [UInt64: CheckedContinuation<Grant, Never>] = [:]
    }

    private let connector: Connector
    private var lanes: [Lane]
    private var next = 0
    private var lastWaiter: UInt64 = 0
    private var isClosed = false

    init(_ connector: Connector, count: Int) {
        self.connector = connector
        lanes = Array(repeating: Lane(), count: max(1, count))
    }

    /// Runs a statement on the next lane; on another one where that was lost before it was sent.
    ///
    /// - Parameters:
    ///   - deadline: how long the caller waits, for a lane and for the answer each.
    ///   - limit: how long a lane may take to be made.
    nonisolated func query(
        _ query: Query, deadline: Duration?, within limit: Duration
    ) async throws(PostgresError) -> ResultSet {
        let end = ContinuousClock.now + min(limit, deadline ?? limit)
        while true {
            do throws(PostgresError) {
                let lane = try await lane(until: end, limit: limit)
                return try await lane.query(query, deadline: deadline)
            } catch {
                // Also where the lane's maker gave up sooner than this caller has to.
                let isWorthAnother =
                    error.code == .connectionLost && !error.wasSent || error.code == .unavailable
                guard isWorthAnother, .now + PostgresLimits.backoffLook < end else { throw error }
            }
        }
    }

    func close() async {
        isClosed = true
        let connections = lanes.compactMap(\.connection)
        for index in lanes.indices { grant(index, .failure(.poolClosed)) }
        for connection in connections { await connection.close() }
    }

    /// The lanes in turn. One that was lost is made anew, once for all who ask for it meanwhile;
    /// until then another serves in its place, if there is one.
    private func lane(
        until end: ContinuousClock.Instant, limit: Duration
    ) async throws(PostgresError) -> PostgresConnection {
        if isClosed { throw .poolClosed }
        next = (next + 1) % lanes.count
        let index = next
        if let connection = lanes[index].connection, connection.isOpen { return connection }
        connect(index, until: .now + limit)
        if let other = lanes.lazy.compactMap(\.connection).first(where: \.isOpen) { return other }
        lastWaiter += 1
        let id = lastWaiter
        let alarm = Task {
            try await Task.sleep(until: end, clock: .continuous)
            giveUp(id, on: index, PostgresError(.timedOut, "no lane could be made in time"))
        }
        defer { alarm.cancel() }
        return try await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                // What happened before this moment found nobody to tell.
                if Task.isCancelled {
                    waiter.resume(returning: Grant.failure(.interruption(.cancelled)))
                } else {
                    lanes[index].waiters[id] = waiter
                }
            }
        } onCancel: {
            Task { await giveUp(id, on: index, .interruption(.cancelled)) }
        }.get()
    }

    private func giveUp(_ id: UInt64, on index: Int, _ error: PostgresError) {
        lanes[index].waiters.removeValue(forKey: id)?.resume(returning: .failure(error))
    }

    private func connect(_ index: Int, until end: ContinuousClock.Instant) {
        guard !lanes[index].isConnecting else { return }
        lanes[index].isConnecting = true
        lanes[index].connection = nil
        Task {
            do throws(PostgresError) {
                let connection = try await connector.connect(until: end)
                if isClosed {
                    await connection.close()
                    grant(index, .failure(.poolClosed))
                } else {
                    grant(index, .success(connection))
                }
            } catch {
                grant(index, .failure(error))
            }
        }
    }

    /// Tells everyone who waits for this lane.
    private func grant(_ index: Int, _ grant: Grant) {
        lanes[index].isConnecting = false
        lanes[index].connection = try? grant.get()
        let waiters = lanes[index].waiters.values
        lanes[index].waiters = [:]
        for waiter in waiters { waiter.resume(returning: grant) }
    }
}
