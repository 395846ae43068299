package import AdminProtocol

/// Does the work of one request: sends its data lines through the exchange and returns the end.
///
/// A session calls it for one request at a time, in the order of the lines. It is never cancelled
/// because the client went away: a write may be committing, so a request under way is finished and
/// its replies are dropped. It is cancelled when the server must end: at once where its task is
/// cancelled, or when `ServerLimits.shutdownGrace` is over.
package typealias Responder = @Sendable (RequestLine, Exchange) async -> Answer
