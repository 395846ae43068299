package import AdminProtocol

/// Does the work of one request: sends its data lines through the exchange and returns the end.
///
/// A session calls it for one request at a time, in the order of the lines. It is never cancelled
/// because the client went away: a write may be committing, so a request under way is finished and
/// its replies are dropped. It is cancelled when the server must end: at once where its task is
/// cancelled, or when `ServerLimits.shutdownGrace` is over.
package typealias Responder = @Sendable (RequestLine, Exchange) async -> Answer

/// Answers a request that nothing has to be waited for, and that changes nothing; nil for any
/// other.
///
/// It runs on the event loop of the client's connection, so it has to be short.
package typealias ReadyResponder =
    @Sendable (RequestLine, Peer, (any Sendable)?) -> ReadyAnswer?

/// An answer that was at hand.
package struct ReadyAnswer: Sendable {
    package var lines: [DataLine]
    package var final: Final

    package init(lines: [DataLine], final: Final) {
        self.lines = lines
        self.final = final
    }
}
