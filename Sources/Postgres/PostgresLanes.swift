import Logging

/// A few connections that many single statements share, each statement its own segment: none
/// waits for another's round trip.
actor PostgresLanes {
    private let configuration: PostgresConfiguration
    private let logger: Logger
    private var lanes: [Lane]
    private var next = 0
    private var isClosed = false

    private enum Lane {
        case none
        case connecting(Task<PostgresConnection, any Error>)
        case open(PostgresConnection)
    }

    init(_ configuration: PostgresConfiguration, count: Int, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        lanes = Array(repeating: .none, count: max(1, count))
    }

    func query(
        _ query: Query, deadline: Duration?, within limit: Duration
    ) async throws(PostgresError) -> ResultSet {
        let lane = try await lane(within: limit)
        return try await lane.query(query, deadline: deadline)
    }

    func close() async {
        isClosed = true
        for lane in lanes {
            if case .open(let connection) = lane { await connection.close() }
            if case .connecting(let task) = lane { task.cancel() }
        }
        lanes = lanes.map { _ in .none }
    }

    /// The lanes in turn; one that was lost is made anew, once for all who ask for it meanwhile.
    private func lane(within limit: Duration) async throws(PostgresError) -> PostgresConnection {
        if isClosed { throw PostgresError(.closed, "the pool is closed") }
        next = (next + 1) % lanes.count
        let index = next
        if case .open(let connection) = lanes[index], connection.isOpen { return connection }
        let task: Task<PostgresConnection, any Error>
        if case .connecting(let running) = lanes[index] {
            task = running
        } else {
            task = Task { [configuration, logger] in
                try await PostgresConnection.connect(configuration, within: limit, logger: logger)
            }
            lanes[index] = .connecting(task)
        }
        do {
            let connection = try await task.value
            if case .connecting = lanes[index] { lanes[index] = .open(connection) }
            return connection
        } catch {
            if case .connecting = lanes[index] { lanes[index] = .none }
            throw error as? PostgresError ?? PostgresError(.unavailable, "no lane")
        }
    }
}
