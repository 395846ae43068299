package import AdminProtocol
package import Logging
package import NIOCore
internal import NIOPosix
internal import ServiceLifecycle

/// The server of the admin protocol: listens, cuts bytes into lines, hands each line to the
/// responder and sends what it answers.
///
/// It knows lines, replies and limits, and nothing of what the commands mean. Lines that are no
/// requests it answers itself with `BAD`; nothing that a client sends ends the process.
///
/// Example: `AdminServer(listeners: [.unix(path: "run/licentiad.sock")], greeting: …, respond: …,
/// logger: logger)` in a `ServiceGroup`.
package struct AdminServer: Service {
    let listeners: [Listener]
    let greeting: @Sendable (Peer) -> DataLine
    let limits: ServerLimits
    let respond: Responder
    let respondAtOnce: ReadyResponder
    let onReady: @Sendable ([Listener]) async -> Void
    let group: any EventLoopGroup
    let logger: Logger
    let ledger: SessionLedger

    /// - Parameters:
    ///   - listeners: At least one. All of them are open, or none.
    ///   - greeting: The data line before `OK ready`.
    ///   - respond: Called for each good line, one at a time for each session.
    ///   - respondAtOnce: Asked first, and then `respond` only where it gives nothing.
    ///   - onReady: Called once all listeners are open, with the ports that the system chose.
    ///   - eventLoopGroup: Where sockets are waited for; the process's own by default.
    package init(
        listeners: [Listener],
        greeting: @escaping @Sendable (Peer) -> DataLine,
        limits: ServerLimits = ServerLimits(),
        respond: @escaping Responder,
        respondAtOnce: @escaping ReadyResponder = { _, _, _ in nil },
        onReady: @escaping @Sendable ([Listener]) async -> Void = { _ in },
        eventLoopGroup: (any EventLoopGroup)? = nil,
        logger: Logger
    ) {
        self.listeners = listeners
        self.greeting = greeting
        self.limits = limits
        self.respond = respond
        self.respondAtOnce = respondAtOnce
        self.onReady = onReady
        self.group = eventLoopGroup ?? MultiThreadedEventLoopGroup.singleton
        self.logger = logger
        self.ledger = SessionLedger(limits: limits)
    }

    /// How many sessions are open on all listeners.
    package var liveSessions: Int { ledger.count }

    /// Serves until it is told to stop. To be called once.
    ///
    /// On graceful shutdown it stops accepting, lets requests under way finish, says `BYE shutdown`
    /// to every session, and returns when all have ended. What is not over after
    /// `limits.shutdownGrace` is closed hard and its responder cancelled.
    ///
    /// - Throws: `ServerError` when a listener cannot be opened, or has failed.
    package func run() async throws {
        guard !listeners.isEmpty else {
            throw ServerError(.noListeners, "The server has no listener. Give a socket or a port.")
        }
        for listener in listeners { try listener.validate() }
        let open = try await openAll()
        await onReady(open.map(\.listener))
        let (stopping, stop) = AsyncStream.makeStream(of: Never.self)
        let shutDown: @Sendable () -> Void = {
            // The ledger first: a listener that ends before it is told to has failed.
            ledger.stopAll()
            for listener in open { listener.close() }
            stop.finish()
        }
        let failed = await withGracefulShutdownHandler {
            await serve(open, until: stopping, shutDown: shutDown)
        } onGracefulShutdown: {
            logger.info("shutting down", metadata: ["sessions": "\(ledger.count)"])
            shutDown()
        }
        for listener in open { listener.close() }
        if failed {
            throw ServerError(.listenerFailed, "A listener stopped accepting connections.")
        }
    }

    private func openAll() async throws -> [BoundListener] {
        var open: [BoundListener] = []
        do {
            for listener in listeners {
                open.append(try await .bind(listener, limits: limits, group: group))
            }
        } catch {
            for listener in open { listener.close() }
            throw error
        }
        for bound in open { logger.info("listening", metadata: ["on": "\(bound.listener)"]) }
        return open
    }
}
