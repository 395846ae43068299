internal import AdminProtocol
internal import NIOCore

/// The lines of one session, one at a time, and only as fast as they are asked for.
struct LineReader {
    /// What the session has to act on next.
    enum Event: Sendable {
        case line(Framed, tag: String?)
        case stop(StopReason)
        /// The client has gone, or has said all that it had to say.
        case end
    }

    private var input: NIOAsyncChannelInboundStream<SessionInput>.AsyncIterator
    private var framer = LineFramer()
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
    mutating func next() async -> Event {
        while true {
            if let reason = control.stopReason { return .stop(reason) }
            if outbox.isClosed { return .end }
            if let framed = framer.next() {
                control.works()
                return .line(framed, tag: framer.refusedTag)
            }
            control.waits()
            guard let input = try? await input.next() else { return .end }
            if case .bytes(let buffer) = input { framer.feed(buffer.readableBytesView) }
        }
    }

    /// Takes and forgets input until the client closes.
    mutating func discard() async {
        while (try? await input.next()) != nil {}
    }
}
