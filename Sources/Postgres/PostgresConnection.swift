internal import CLibpq
package import Logging

/// One connection: an actor that runs on an event loop's thread, so that libpq is called from one
/// thread only and no thread of the cooperative pool ever waits for the server.
///
/// The connection stays in pipeline mode: many callers' segments may be under way at once, each
/// answered in its turn. A script and COPY take it for themselves. Every call waits in `requests`
/// from its beginning until it is told its outcome; taking it out of there is what makes that
/// happen once.
package actor PostgresConnection {
    let loop: EventLoop
    let libpq: LibpqConnection
    let timeouts: PostgresTimeouts

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        loop.asUnownedSerialExecutor()
    }

    // What is under way.
    var gate = Gate(limit: PostgresLimits.segmentsInFlight)
    var pipeline = Pipeline()
    var prepared = PreparedStatements(limit: PostgresLimits.preparedStatements)
    var requests: [RequestID: Request] = [:]
    var lastRequest: RequestID = 0
    var exclusive: ExclusiveUse?
    var isCancelUnderWay = false

    // The socket.
    var token: UInt64?
    var isWriteWatched = false
    var lost: PostgresError?
    let state = ConnectionState()

    /// Connects; name resolution and connecting wait on a thread of their own.
    ///
    /// - Parameter end: when to give up; without it, when libpq does.
    /// - Throws: `.unavailable` with libpq's words, `.misuse` for a connection string that cannot
    ///   be read, `.cancelled`.
    package static func connect(
        _ configuration: PostgresConfiguration, until end: ContinuousClock.Instant? = nil,
        logger: Logger
    ) async throws(PostgresError) -> PostgresConnection {
        let loop = try EventLoopGroup.next()
        let attempt = ConnectAttempt(configuration, notices: NoticeLog(logger: logger))
        let connection = PostgresConnection(
            libpq: try await attempt.run(until: end), loop: loop,
            timeouts: configuration.timeouts)
        try await connection.watch()
        return connection
    }

    private init(libpq: LibpqConnection, loop: EventLoop, timeouts: PostgresTimeouts) {
        self.libpq = libpq
        self.loop = loop
        self.timeouts = timeouts
    }

    deinit {
        // Nobody can be waiting: who waits holds the connection. The socket is unwatched on its
        // loop, then closed.
        let (loop, libpq, token) = (loop, libpq, token)
        loop.submit {
            if let token { loop.deregister(libpq.socket, token: token) }
            libpq.finish()
        }
    }

    /// How long a call waits for its answer that does not say so itself.
    nonisolated var usualDeadline: Duration { timeouts.statement + timeouts.grace }

    /// Ends the connection; what is under way fails with `closed`.
    package func close() {
        lose(.closed)
    }

    /// Whether the connection still takes requests. False as soon as its loss was seen.
    package nonisolated var isOpen: Bool { state.isOpen }

    /// Whether another may have it: open, nothing under way, and no transaction left open.
    var isReusable: Bool {
        lost == nil && requests.isEmpty && gate.isEmpty && pipeline.isIdle
            && libpq.isOutsideTransaction
    }

    /// Gives up the socket and tells everyone who waits. Nothing may touch libpq afterwards.
    func lose(_ error: PostgresError) {
        guard lost == nil else { return }
        lost = error
        state.close()
        if let token { loop.deregister(libpq.socket, token: token) }
        token = nil
        libpq.finish()
        let pending = requests.values
        requests = [:]
        for request in pending {
            var error = error
            error.wasSent = request.isSent
            request.finish(.failure(error), on: loop)
        }
        exclusive?.wake()
    }
}
