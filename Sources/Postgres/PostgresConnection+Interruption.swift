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

/// What is to be ended on the server.
enum CancelTarget: Sendable {
    case segment(RequestID)
    case exclusive(RequestID)
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
            requests[id]?.holdsGate = true
            gate.hold()
            cancelOnServer(.segment(id))
        } else {
            requests[id]?.continuation = nil
            var error = PostgresError.interruption(code)
            error.wasSent = true
            request.finish(.failure(error), on: loop)
        }
    }

    /// Asks the server to end what it does for this request; its answer then comes as an error.
    ///
    /// PostgreSQL ignores a cancellation that finds it idle, and so one that overtakes its
    /// statement: it is asked again until it answers, and given up where it does not.
    func cancelOnServer(_ target: CancelTarget, attempt: Int = 1) {
        guard lost == nil, isUnanswered(target) else { return }
        guard attempt <= PostgresLimits.cancelAttempts else {
            return lose(
                PostgresError(.connectionLost, "the server did not end a cancelled statement"))
        }
        sendCancel()
        let timer = loop.schedule(after: PostgresLimits.cancelInterval) { [weak self] in
            self?.assumeIsolated { $0.cancelOnServer(target, attempt: attempt + 1) }
        }
        switch target {
        case .segment(let id): requests[id]?.timer = timer
        case .exclusive: exclusive?.cancelTimer = timer
        }
    }

    private func isUnanswered(_ target: CancelTarget) -> Bool {
        switch target {
        case .segment(let id): requests[id] != nil
        case .exclusive(let id): exclusive?.id == id
        }
    }

    /// Nothing is sent until the server has the word: a cancellation that is late must not hit
    /// the statement after the one it is meant for.
    private func sendCancel() {
        guard !isCancelUnderWay, let cancel = LibpqCancel(libpq.pointer) else { return }
        isCancelUnderWay = true
        gate.hold()
        let told: @Sendable () -> Void = { [loop, weak self] in
            loop.submit { [weak self] in self?.assumeIsolated { $0.cancelWasSent() } }
        }
        BlockingThreads.cancelling.run {
            cancel.send()
            told()
        }
    }

    private func cancelWasSent() {
        isCancelUnderWay = false
        gate.release()
        admit()
    }
}
