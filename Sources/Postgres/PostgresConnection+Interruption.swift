internal import CLibpq

/// Owns a `PGcancel`, which may be used from any thread, also after its connection is gone.
private final class LibpqCancel: @unchecked Sendable {
    private let pointer: OpaquePointer
    private static let messageBytes = 256

    init?(_ connection: OpaquePointer) {
        guard let pointer = PQgetCancel(connection) else { return nil }
        self.pointer = pointer
    }

    deinit {
        PQfreeCancel(pointer)
    }

    /// Asks the server; blocks until it has passed the word on. A failure is not told: the
    /// statement then ends by itself, or the time of grace ends the connection.
    func send() {
        var message = [CChar](repeating: 0, count: Self.messageBytes)
        PQcancel(pointer, &message, Int32(message.count))
    }
}

extension PostgresConnection {
    /// Ends the wait of a request: by leaving the queue where it has not been sent, by cancelling
    /// its statement where that is the only one under way, by walking away from it where others
    /// are, whose statement the server could hit.
    func interrupt(_ id: RequestID, _ code: PostgresError.Code) {
        guard lost == nil, let request = requests[id], request.interruption == nil else { return }
        requests[id]?.interruption = code
        if !request.isSent {
            gate.giveUp(id)
            settle(id, .failure(.interruption(code)))
            admit()
        } else if pipeline.current == id, pipeline.count == 1 {
            if let timer = request.timer { loop.cancel(timer) }
            requests[id]?.timer = cancelOnServer { $0.requests[id] != nil }
        } else {
            requests[id]?.continuation = nil
            request.finish(.failure(.interruption(code)), on: loop)
        }
    }

    /// Asks the server to end the present statement; its answer then comes as an error.
    ///
    /// Nothing is sent until the server has the word: a cancellation that is late must not hit
    /// the statement after the one it is meant for. (PostgreSQL ignores one that finds it idle.)
    ///
    /// - Parameter isUnanswered: asked after the time of grace; the connection is then given up.
    func cancelOnServer(
        isUnanswered: @escaping @Sendable (isolated PostgresConnection) -> Bool
    ) -> EventLoop.TimerID {
        if let cancel = LibpqCancel(libpq.pointer) {
            gate.hold()
            let told: @Sendable () -> Void = { [loop, weak self] in
                loop.submit { [weak self] in self?.assumeIsolated { $0.cancelWasSent() } }
            }
            BlockingThreads.cancelling.run {
                cancel.send()
                told()
            }
        }
        return loop.schedule(after: PostgresLimits.cancelGrace) { [weak self] in
            self?.assumeIsolated { connection in
                guard isUnanswered(connection) else { return }
                connection.lose(
                    PostgresError(.connectionLost, "the server did not end a cancelled statement"))
            }
        }
    }

    private func cancelWasSent() {
        gate.release()
        admit()
    }
}
