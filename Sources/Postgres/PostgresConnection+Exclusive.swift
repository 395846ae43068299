internal import CLibpq

/// What is known of the request that has the connection for itself.
struct ExclusiveUse {
    let id: RequestID
    /// Whether its task was cancelled.
    var isCancelled = false
    var cancelTimer: EventLoop.TimerID?
    /// Resumed when the socket gave or took something.
    var readiness: CheckedContinuation<Void, Never>?

    mutating func wake() {
        readiness?.resume()
        readiness = nil
    }
}

/// Work that pipeline mode does not allow, scripts and COPY, takes the connection for itself: the
/// gate lets it in when nothing is under way; it leaves pipeline mode, and goes back in the end.
extension PostgresConnection {
    /// Runs several statements without parameters, as `psql` would send them. For migrations.
    package func execute(script: String) async throws(PostgresError) {
        guard !script.utf8.contains(0) else {
            throw PostgresError(.encoding, "a NUL in the statement")
        }
        try await exclusively { connection throws(PostgresError) in
            try connection.demand(PQsendQuery(connection.libpq.pointer, script) == 1)
            try await connection.drain()
        }
    }

    /// Does `body` with the connection out of pipeline mode and to itself.
    func exclusively<T: Sendable>(
        _ body: @Sendable (isolated PostgresConnection) async throws(PostgresError) -> T
    ) async throws(PostgresError) -> T {
        _ = try await request(.exclusive, [], deadline: usualDeadline, isShielded: false)
        lastRequest += 1
        let id = lastRequest
        exclusive = ExclusiveUse(id: id)
        defer { leaveExclusive() }
        try demand(PQexitPipelineMode(libpq.pointer) == 1)
        let result = await withTaskCancellationHandler {
            await perform(body)
        } onCancel: {
            loop.submit { [weak self] in
                self?.assumeIsolated { $0.interruptExclusive(id) }
            }
        }
        if lost == nil, PQenterPipelineMode(libpq.pointer) != 1 {
            lose(PostgresError(.protocolViolation, "the connection could not be made ready again"))
        }
        return try result.get()
    }

    private func perform<T: Sendable>(
        _ body: @Sendable (isolated PostgresConnection) async throws(PostgresError) -> T
    ) async -> Result<T, PostgresError> {
        do throws(PostgresError) {
            return .success(try await body(self))
        } catch {
            var error = error
            if exclusive?.isCancelled == true,
                error.code != .server || error.sqlState == .queryCanceled
            {
                error = .interruption(.cancelled)
            }
            error.wasSent = true
            return .failure(error)
        }
    }

    private func leaveExclusive() {
        if let timer = exclusive?.cancelTimer { loop.cancel(timer) }
        exclusive = nil
        gate.exclusiveLeft()
        guard lost == nil else { return }
        do throws(PostgresError) { try watch() } catch { return lose(error) }
        flush()
        admit()
    }

    /// The server is asked to end what runs; its answer then ends the script or copy.
    private func interruptExclusive(_ id: RequestID) {
        guard lost == nil, exclusive?.id == id, exclusive?.isCancelled == false else { return }
        exclusive?.isCancelled = true
        cancelOnServer(.exclusive(id))
    }

    /// That libpq took what it was given; else the connection is lost. A lost connection is not
    /// touched at all.
    func demand(_ isTaken: @autoclosure () -> Bool) throws(PostgresError) {
        if let lost { throw lost }
        guard !isTaken() else { return }
        let error = PostgresError(.connectionLost, libpq.lastMessage)
        lose(error)
        throw error
    }

    /// Hands what libpq holds to the socket; true while some of it does not fit.
    func isFlushing() throws(PostgresError) -> Bool {
        var left: Int32 = 0
        try demand(
            {
                left = PQflush(libpq.pointer); return left >= 0
            }())
        return left == 1
    }

    func untilFlushed() async throws(PostgresError) {
        while try isFlushing() { try await untilReady(writing: true) }
    }

    /// Waits until the socket gave something, or took something where `writing`.
    ///
    /// Must follow at once, without a suspension, on the look at libpq that found nothing to do:
    /// the socket's bytes are read on this thread, so none can come in between unseen.
    func untilReady(writing: Bool) async throws(PostgresError) {
        try watch()
        watchWriting(writing)
        await withCheckedContinuation { exclusive?.readiness = $0 }
        if let lost { throw lost }
    }
}
