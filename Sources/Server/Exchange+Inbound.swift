package import AdminProtocol
internal import Synchronization

extension Exchange {
    /// The same, for who knows no server.
    package var inbound: Inbound {
        Inbound(
            ask: { continuation throws(ExchangeError) in try continueWith(continuation) },
            nextLine: { () throws(ExchangeError) in try await nextLine() },
            block: { prompt, limit throws(ExchangeError) in
                try await block(prompt, limit: limit)
            },
            untilNextLine: { work in try await untilNextLine(work) })
    }

    /// Sends the line that asks the client to go on. It carries no tag.
    package func continueWith(_ continuation: Continuation) throws(ExchangeError) {
        let encoder = ReplyEncoder(format: format)
        _ = try outbox.append(during: request) { encoder.encode(continuation, into: &$0) }
    }

    /// The client's next line as it came, without being read as a request: an answer in a log-in.
    ///
    /// While it is waited for the idle clock runs, as between requests.
    ///
    /// - Returns: nil when the client has left, or when the session has to end.
    /// - Throws: `malformed` for a line that is none; `reading` or `answered`, a mistake of ours.
    package func nextLine() async throws(ExchangeError) -> String? {
        try await inbox.line(for: request)
    }

    /// Asks for a block, and gives its content piece by piece.
    ///
    /// Until its closing dot replies are held, up to `ServerLimits.heldBytes`, so that a client may
    /// send the whole block before it reads one. A piece that is not asked for is not read from the
    /// network. What the responder leaves of the block is read and forgotten before its answer is
    /// sent. The idle clock runs from piece to piece.
    ///
    /// - Parameters:
    ///   - prompt: A sentence that says what to send.
    ///   - limit: Bytes of the block as it is sent. A longer one is read to its end, and the last
    ///     piece then is `blockTooLong`.
    package func block(
        _ prompt: String, limit: Int = ProtocolLimits.maxBlock
    ) async throws(ExchangeError) -> InboundBlock {
        try await inbox.beginBlock(of: limit, for: request)
        try continueWith(.prompt(prompt))
        let (inbox, request) = (inbox, request)
        return InboundBlock { () throws(ExchangeError) in try await inbox.piece(for: request) }
    }

    /// Does work that has no end of its own, until the client sends a line or leaves, or the
    /// session has to end. The work is cancelled then, and waited for; the line is the session's
    /// next request.
    ///
    /// - Throws: what the work throws by itself; not what it throws once it is cancelled.
    package func untilNextLine(_ work: @escaping Inbound.Work) async throws {
        let isDone = Flag()
        let (inbox, control) = (inbox, control)
        let result = try await withThrowingTaskGroup(
            of: Result<Void, any Error>.self
        ) { group in
            group.addTask {
                let result: Result<Void, any Error>
                do { result = .success(try await work()) } catch { result = .failure(error) }
                isDone.set()
                control.wake()
                return result
            }
            // Not a task of the group: cancelling one that waits for input would end the session.
            try await inbox.waitForLine(for: request) { isDone.isSet }
            let result = isDone.isSet ? try await group.next() : nil
            group.cancelAll()
            return result
        }
        try result?.get()
    }
}

/// Whether something has happened, for two tasks.
private final class Flag: Sendable {
    private let state = Mutex(false)

    var isSet: Bool { state.withLock { $0 } }

    func set() { state.withLock { $0 = true } }
}
