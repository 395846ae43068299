internal import CLibpq

/// Owns a `PGcancel`, which may be used from any thread while its connection lives on.
private final class LibpqCancel: @unchecked Sendable {
    private let pointer: OpaquePointer

    init?(_ connection: OpaquePointer) {
        guard let pointer = PQgetCancel(connection) else { return nil }
        self.pointer = pointer
    }

    deinit {
        PQfreeCancel(pointer)
    }

    /// Asks the server; blocks until it was told.
    func send() {
        var message = [CChar](repeating: 0, count: 256)
        PQcancel(pointer, &message, Int32(message.count))
    }
}

extension PostgresConnection {
    /// Ends the wait for a segment: by cancelling its statement where it is the only one under
    /// way, by walking away from it where others are, whose statement the server could hit.
    func interrupt(_ id: Pipeline.SegmentID, _ code: PostgresError.Code) {
        guard lost == nil, let waiter = waiting[id], waiter.interruption == nil else { return }
        waiting[id]?.interruption = code
        if pipeline.current == id, pipeline.count == 1 {
            cancelOnServer()
            waiting[id]?.timer = loop.schedule(after: PostgresLimits.cancelGrace) { [weak self] in
                self?.assumeIsolated { connection in
                    guard connection.waiting[id] != nil else { return }
                    connection.lose(.interruption(code))
                }
            }
        } else {
            waiting[id]?.continuation = nil
            waiter.finish(.failure(.interruption(code)), on: loop)
        }
    }

    /// Asks the server to end the present statement; its answer then comes as an error.
    func cancelOnServer() {
        guard let cancel = LibpqCancel(libpq.pointer) else { return }
        BlockingThreads.cancelling.run { cancel.send() }
    }
}
