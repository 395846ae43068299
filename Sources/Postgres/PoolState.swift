/// Why a pool gives no connection at all.
enum PoolRefusal { case closed, tooManyWait }

/// What a pool knows of its connections, as a value: who has one, who waits, and what to do next.
struct PoolState<Connection, Waiter> {
    /// What asking for a connection leads to.
    enum Lease {
        case use(Connection)
        /// Make one; then, or when that failed, `giveBack`.
        case connect
        case wait
        case refuse(PoolRefusal)
    }

    private(set) var leased = 0
    private var idle: [Connection] = []
    private var waiters = FIFO<(id: UInt64, waiter: Waiter)>()
    private let limit: Int
    private let mostWaiting: Int
    private(set) var isClosed = false

    init(limit: Int, mostWaiting: Int) {
        self.limit = max(1, limit)
        self.mostWaiting = mostWaiting
    }

    /// - Parameter isUsable: whether an idle connection still stands; others are dropped.
    mutating func lease(isUsable: (Connection) -> Bool) -> Lease {
        if isClosed { return .refuse(.closed) }
        while let connection = idle.popLast() {
            guard isUsable(connection) else { continue }
            leased += 1
            return .use(connection)
        }
        if leased < limit {
            leased += 1
            return .connect
        }
        return waiters.count < mostWaiting ? .wait : .refuse(.tooManyWait)
    }

    mutating func wait(_ id: UInt64, _ waiter: Waiter) {
        waiters.append((id, waiter))
    }

    /// Takes a waiter out whose deadline passed or whose task was cancelled.
    mutating func giveUp(_ id: UInt64) -> Waiter? {
        waiters.remove { $0.id == id }?.waiter
    }

    /// A connection comes back, nil where it is not to be used again. The one who has waited
    /// longest gets it, or the right to make a new one.
    mutating func giveBack(_ connection: Connection?) -> Waiter? {
        if let next = waiters.popFirst() { return next.waiter }
        leased -= 1
        if let connection, !isClosed { idle.append(connection) }
        return nil
    }

    mutating func close() -> (connections: [Connection], waiters: [Waiter]) {
        isClosed = true
        defer { idle = [] }
        return (idle, waiters.removeAll().map(\.waiter))
    }
}
