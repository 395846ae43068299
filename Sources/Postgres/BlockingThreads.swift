import Glibc
import Synchronization

/// Starts a detached thread; false when the system refuses one.
func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body))
    let status = pthread_create(
        &thread, nil,
        { argument in
            guard let argument else { return nil }
            Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
            return nil
        }, box.toOpaque())
    guard status == 0 else {
        box.release()
        return false
    }
    pthread_detach(thread)
    return true
}

/// A few threads for the calls of libpq that block: connecting, name resolution, cancelling.
///
/// A thread lives while there is work, so that an idle process keeps none.
final class BlockingThreads: Sendable {
    static let connecting = BlockingThreads(limit: PostgresLimits.connectThreads)
    static let cancelling = BlockingThreads(limit: PostgresLimits.cancelThreads)

    private struct State {
        var waiting = FIFO<@Sendable () -> Void>()
        var running = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) {
        self.limit = limit
    }

    /// Runs the work on a thread that may block; on the calling thread only when the system has
    /// no thread left to give and none of ours is running.
    func run(_ work: @escaping @Sendable () -> Void) {
        let startsThread = state.withLock { state in
            state.waiting.append(work)
            guard state.running < limit else { return false }
            state.running += 1
            return true
        }
        guard startsThread else { return }
        if !startThread({ [self] in drain() }) { drain() }
    }

    private func drain() {
        while let work = next() { work() }
    }

    private func next() -> (@Sendable () -> Void)? {
        state.withLock { state in
            let work = state.waiting.popFirst()
            if work == nil { state.running -= 1 }
            return work
        }
    }
}
