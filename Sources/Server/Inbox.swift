internal import AdminProtocol
internal import NIOCore

/// What a client sends in one session: lines, taken one at a time and only as fast as they are
/// asked for, and what a request asks for besides.
///
/// An actor, since a request may read in another task than its session's. Only one of them reads at
/// a time: the session while no request is under way, the request while it is.
actor Inbox {
    /// What the session has to act on next.
    enum Event: Sendable {
        case line(Framed, tag: String?)
        case stop(StopReason)
        /// The client has gone, or has said all that it had to say.
        case end
    }

    private var input: NIOAsyncChannelInboundStream<SessionInput>.AsyncIterator
    private var framer = LineFramer()
    /// A line that came while a request waited for one, and is not acted on yet.
    private var waiting: Event?
    private var block: BlockReader?
    private var isReading = false
    private let control: SessionControl
    private let outbox: Outbox

    init(
        _ input: NIOAsyncChannelInboundStream<SessionInput>, control: SessionControl, outbox: Outbox
    ) {
        self.input = input.makeAsyncIterator()
        self.control = control
        self.outbox = outbox
    }

    /// The next line. Being told to stop comes before lines at hand, and so does a client that
    /// cannot be answered: what it sent and was not told of is not executed. Half a line before the
    /// end is none.
    func next() async -> Event {
        while true {
            if let reason = control.stopReason { return .stop(reason) }
            if outbox.isClosed { return .end }
            if let event = takeEvent() {
                control.works()
                return event
            }
            control.waits()
            guard await feed() else { return .end }
        }
    }

    /// Takes and forgets input until the client closes.
    func discard() async {
        while await read() != nil {}
    }

    private func takeEvent() -> Event? {
        if let event = waiting {
            waiting = nil
            return event
        }
        return framer.next().map { .line($0, tag: framer.refusedTag) }
    }

    /// False at the end of the input.
    private func feed() async -> Bool {
        guard let input = await read() else { return false }
        if case .bytes(let buffer) = input { framer.feed(buffer.readableBytesView) }
        return true
    }

    /// The next input; nil at its end, and for a second reader, who would tear the lines apart.
    private func read() async -> SessionInput? {
        if isReading { return nil }
        isReading = true
        defer { isReading = false }
        // A copy, since an actor cannot lend what it has while it waits: both are the same stream.
        var input = input
        return try? await input.next(isolation: self)
    }
}

// MARK: - For the request under way

extension Inbox {
    /// The next line as it came; nil when there is none, or when the session has to end.
    func line(for request: UInt64) async throws(ExchangeError) -> String? {
        try mayRead(for: request)
        control.waits()
        defer { control.works() }
        while control.stopReason == nil, !outbox.isClosed {
            guard case .line(let framed, _) = takeEvent() else {
                guard await feed() else { return nil }
                continue
            }
            guard case .line(let bytes) = framed else {
                throw .malformed(framed.error(tag: nil)?.code ?? .syntax)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        return nil
    }

    /// Returns when a line has come, which is kept for the session, when none can come any more,
    /// or when it is woken and `isEnough`.
    func waitForLine(
        for request: UInt64, unless isEnough: @Sendable () -> Bool
    ) async throws(ExchangeError) {
        try mayRead(for: request)
        while waiting == nil, control.stopReason == nil, !outbox.isClosed, !isEnough() {
            waiting = takeEvent()
            if waiting == nil, await !feed() { waiting = .end }
        }
    }

    /// From here on the input is a block.
    func beginBlock(of limit: Int, for request: UInt64) throws(ExchangeError) {
        try mayRead(for: request)
        block = BlockReader(limit: limit, atHand: framer.takeRest())
        outbox.isHolding = true
    }

    /// The next piece of the block, not empty; nil after its last.
    func piece(for request: UInt64) async throws(ExchangeError) -> [UInt8]? {
        guard outbox.isTaking(request) else { throw .answered }
        return try await piece()
    }

    /// Reads the rest of a block that its request did not want.
    func skipBlock() async {
        do throws(ExchangeError) {
            while try await piece() != nil {}
        } catch {
            // Gone, stopped or too long: the session finds the first two by itself.
        }
    }

    private func piece() async throws(ExchangeError) -> [UInt8]? {
        control.waits()
        defer { control.works() }
        while block != nil {
            let piece = block?.takePiece() ?? []
            if let end = block?.end { try endBlock(end) }
            if !piece.isEmpty { return piece }
            if block == nil { return nil }
            try await fetchBlock()
        }
        return nil
    }

    private func fetchBlock() async throws(ExchangeError) {
        if isReading { throw .reading }
        if control.stopReason != nil { throw .stopping }
        guard let input = await read() else { throw .clientGone }
        guard case .bytes(let buffer) = input else { return }
        // Whoever still sends is not idle.
        control.works()
        control.waits()
        block?.atHand = Array(buffer.readableBytesView)
    }

    private func endBlock(_ end: BlockReader.End) throws(ExchangeError) {
        framer.feed(end.rest)
        block = nil
        outbox.isHolding = false
        if let limit = end.exceeded { throw .blockTooLong(limit: limit) }
    }

    private func mayRead(for request: UInt64) throws(ExchangeError) {
        guard outbox.isTaking(request) else { throw .answered }
        if isReading || block != nil { throw .reading }
    }
}
