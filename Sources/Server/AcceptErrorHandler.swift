internal import NIOCore

/// Keeps what goes wrong with one connection from ending the listener for all.
///
/// A connection can fail between accept and its first read, by no more than the client's haste. The
/// connection has been closed then; the listener goes on.
final class AcceptErrorHandler: ChannelInboundHandler {
    typealias InboundIn = NIOAny

    func errorCaught(context: ChannelHandlerContext, error: any Error) {}
}
