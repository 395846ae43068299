internal import CLibpq
package import Logging

/// One connection: an actor that runs on an event loop's thread, so that libpq is called from one
/// thread only and no thread of the cooperative pool ever waits for the server.
///
/// The connection stays in pipeline mode: many callers' segments may be under way at once, each
/// answered in its turn. A script, COPY and LISTEN take it for themselves.
package actor PostgresConnection {
    let loop: EventLoop
    let libpq: LibpqConnection
    let logger: Logger
    let defaultDeadline: Duration?

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        loop.asUnownedSerialExecutor()
    }

    // What is under way.
    var pipeline = Pipeline()
    var waiting: [Pipeline.SegmentID: Waiter] = [:]
    var lastSegment: Pipeline.SegmentID = 0
    var prepared: [String: String] = [:]
    var preparing: Set<String> = []
    var names: [String: String] = [:]

    // The socket.
    var token: UInt64?
    var isWriteWatched = false
    var readiness: CheckedContinuation<Void, Never>?
    var isExclusive = false
    var exclusiveWaiters = FIFO<CheckedContinuation<Void, Never>>()
    var idleWaiters: [CheckedContinuation<Void, Never>] = []
    var lost: PostgresError?
    let state = ConnectionState()
    var onNotification: (@Sendable (PostgresNotification) -> Void)?

    /// Connects; name resolution and connecting wait on a thread of their own.
    ///
    /// - Throws: `.unavailable` with libpq's words.
    package static func connect(
        _ configuration: PostgresConfiguration, logger: Logger
    ) async throws(PostgresError) -> PostgresConnection {
        let loop = try EventLoopGroup.next()
        let result: Result<LibpqConnection, PostgresError> = await withCheckedContinuation { done in
            BlockingThreads.connecting.run {
                do throws(PostgresError) {
                    done.resume(returning: .success(try LibpqConnection.open(configuration)))
                } catch {
                    done.resume(returning: .failure(error))
                }
            }
        }
        let connection = PostgresConnection(
            libpq: try result.get(), loop: loop, defaultDeadline: configuration.defaultDeadline,
            logger: logger)
        try await connection.watch()
        return connection
    }

    private init(
        libpq: LibpqConnection, loop: EventLoop, defaultDeadline: Duration?, logger: Logger
    ) {
        self.libpq = libpq
        self.loop = loop
        self.defaultDeadline = defaultDeadline
        self.logger = logger
    }

    deinit {
        // Nobody can be waiting any more. The socket is unwatched on its loop, then closed.
        let (loop, libpq, token) = (loop, libpq, token)
        loop.submit {
            if let token { loop.deregister(libpq.socket, token: token) }
            libpq.finish()
        }
    }

    private func watch() throws(PostgresError) {
        let handler: EventLoop.Handler = { [weak self] _ in
            self?.assumeIsolated { $0.socketIsReady() }
        }
        token = loop.register(libpq.socket, events: EPOLLIN.rawValue, handler: handler)
        if token == nil { throw PostgresError(.unavailable, "the socket cannot be watched") }
    }

    /// Ends the connection; what is under way fails with `closed`.
    package func close() {
        lose(.closed)
    }

    /// Whether the connection still takes requests. False as soon as its loss was seen.
    package nonisolated var isOpen: Bool { state.isOpen }

    /// Gives up the socket and tells everyone who waits.
    func lose(_ error: PostgresError) {
        guard lost == nil else { return }
        lost = error
        state.close()
        if let token { loop.deregister(libpq.socket, token: token) }
        token = nil
        libpq.finish()
        let waiters = waiting
        waiting = [:]
        for waiter in waiters.values {
            var error = error
            error.wasSent = true
            waiter.finish(.failure(error), on: loop)
        }
        readiness?.resume()
        readiness = nil
        for waiter in idleWaiters { waiter.resume() }
        idleWaiters = []
        for waiter in exclusiveWaiters.removeAll() { waiter.resume() }
    }
}
