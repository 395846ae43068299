import Synchronization

/// Whether a connection is open, to be asked from any thread.
final class ConnectionState: Sendable {
    private let open = Atomic<Bool>(true)

    var isOpen: Bool { open.load(ordering: .acquiring) }

    func close() {
        open.store(false, ordering: .releasing)
    }
}

/// Who waits for a segment's answer, and for how long.
struct Waiter {
    var continuation: CheckedContinuation<Result<[ResultSet], PostgresError>, Never>?
    var timer: EventLoop.TimerID?
    /// Why it was interrupted; the server's answer to a cancelled statement then says nothing new.
    var interruption: PostgresError.Code?

    func finish(_ result: Result<[ResultSet], PostgresError>, on loop: EventLoop) {
        if let timer { loop.cancel(timer) }
        guard let interruption, case .failure(let error) = result,
            error.code == .server || error.code == .closed
        else {
            continuation?.resume(returning: result)
            return
        }
        continuation?.resume(returning: .failure(.interruption(interruption)))
    }
}
