internal import AdminProtocol
internal import Logging
internal import NIOCore

/// One client from greeting to last word: lines in, executed in order, answered in order.
struct Session {
    /// How a session comes to its end.
    private enum End {
        /// The client is gone, or has no more to say.
        case gone
        /// The last word has been said.
        case said
        /// This is still to be said.
        case say(Final)
    }

    let peer: Peer
    let control: SessionControl
    let outbox: Outbox
    let server: AdminServer
    let logger: Logger
    private var encoder = ReplyEncoder(format: .text)
    private var identity: (any Sendable)?
    private var requests: UInt64 = 0
    private var errors = 0

    init(peer: Peer, channel: any Channel, control: SessionControl, server: AdminServer) {
        self.peer = peer
        self.control = control
        self.server = server
        self.outbox = Outbox(channel: channel, limits: server.limits)
        var logger = server.logger
        logger[metadataKey: "session"] = "s\(peer.session)"
        self.logger = logger
    }

    /// Serves the client until one of the two has enough. Closing is left to the caller.
    mutating func run(_ input: NIOAsyncChannelInboundStream<SessionInput>) async {
        logger.debug("session opened")
        control.startIdleClock()
        greet()
        let inbox = Inbox(input, control: control, outbox: outbox)
        let end = await serve(inbox)
        if case .say(let final) = end { say(final, tag: nil) }
        await outbox.waitUntilEmpty()
        server.ledger.release(control)
        if case .gone = end {} else { await linger(inbox) }
        logger.debug("session closed", metadata: ["requests": "\(requests)"])
    }

    /// Turns a connection away with its last word as its first.
    mutating func refuse(_ final: Final, _ input: NIOAsyncChannelInboundStream<SessionInput>) async
    {
        say(final, tag: nil)
        await outbox.waitUntilEmpty()
        let inbox = Inbox(input, control: control, outbox: outbox)
        await linger(inbox)
    }

    private func greet() {
        let greeting = server.greeting(peer)
        outbox.append { bytes in
            encoder.encode(greeting, tag: nil, into: &bytes)
            encoder.encodeReady(into: &bytes)
        }
    }

    private mutating func serve(_ inbox: Inbox) async -> End {
        while true {
            switch await inbox.next() {
            case .end:
                return .gone
            case .stop(let reason):
                return .say(reason.final)
            case .line(let framed, let tag):
                if let end = await handle(framed, tag: tag, inbox) { return end }
                await outbox.waitForRoom()
            }
        }
    }

    private mutating func handle(_ framed: Framed, tag: String?, _ inbox: Inbox) async -> End? {
        requests += 1
        let line: RequestLine
        do throws(ProtocolError) {
            line = try Self.parse(framed, tag: tag)
        } catch {
            say(error.final, tag: error.tag)
            return count(error.final)
        }
        if let answer = server.respondAtOnce(line, peer, identity) {
            say(answer, tag: line.tag)
            return count(answer.final)
        }
        let answer = await respond(to: line, inbox)
        encoder.format = answer.format ?? encoder.format
        identity = answer.identity ?? identity
        say(answer.final, tag: line.tag)
        if case .bye = answer.final { return .said }
        return answer.closes ? .said : count(answer.final)
    }

    private static func parse(
        _ framed: Framed, tag: String?
    ) throws(ProtocolError) -> RequestLine {
        if let error = framed.error(tag: tag) { throw error }
        guard case .line(let bytes) = framed else { throw ProtocolError(.syntax, tag: tag) }
        return try RequestLine(parsing: bytes)
    }

    /// A block that the responder did not read is read here, so that its lines are no requests.
    private func respond(to line: RequestLine, _ inbox: Inbox) async -> Answer {
        outbox.open(for: requests)
        let exchange = Exchange(
            peer: peer, format: encoder.format, request: requests, identity: identity,
            tag: line.tag, inbox: inbox, outbox: outbox, control: control, ledger: server.ledger)
        let answer = await withTaskExecutorPreference(globalConcurrentExecutor) {
            await server.respond(line, exchange)
        }
        outbox.open(for: 0)
        if outbox.isHolding { await inbox.skipBlock() }
        return answer
    }

    /// Counts `BAD` replies one after another; a client that only sends garbage is let go.
    private mutating func count(_ final: Final) -> End? {
        guard case .bad = final else {
            errors = 0
            return nil
        }
        errors += 1
        guard errors >= server.limits.maxErrors else { return nil }
        let message = "\(errors) lines one after another were not understood."
        return .say(.bye(code: .tooManyErrors, message: message))
    }

    private func say(_ answer: ReadyAnswer, tag: String?) {
        outbox.append { bytes in
            for line in answer.lines { encoder.encode(line, tag: tag, into: &bytes) }
            encoder.encode(answer.final, tag: tag, into: &bytes)
        }
    }

    private func say(_ final: Final, tag: String?) {
        outbox.append { bytes in encoder.encode(final, tag: tag, into: &bytes) }
    }

    /// Says that nothing more comes and waits a moment for the client to close, so that it can
    /// read the last word: closing over unread input would reset the connection.
    private func linger(_ inbox: Inbox) async {
        guard !outbox.isClosed, server.ledger.beginLinger() else { return }
        defer { server.ledger.endLinger() }
        let timer = outbox.closeOutput(thenAllAfter: server.limits.linger)
        await inbox.discard()
        timer.cancel()
    }
}
