import Synchronization

/// The event loops of the process, made when first asked for and kept for good.
enum EventLoopGroup {
    private static let loops = Mutex<(made: [EventLoop], next: Int)>(([], 0))

    /// Takes the loops in turn.
    static func next() throws(PostgresError) -> EventLoop {
        try loops.withLock { state throws(PostgresError) in
            state.next += 1
            if state.made.count < PostgresLimits.eventLoops {
                state.made.append(try EventLoop())
            }
            return state.made[state.next % state.made.count]
        }
    }
}
