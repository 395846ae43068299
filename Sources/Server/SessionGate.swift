internal import NIOCore

/// Turns what the channel reads, and the wake-up call, into the session's input.
///
/// The wake-up goes the way of the bytes because a session waits for nothing else: cancelling it
/// instead would also cancel a request that has just begun.
final class SessionGate: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = SessionInput

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.fireChannelRead(Self.wrapInboundOut(.bytes(Self.unwrapInboundIn(data))))
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is SessionWake else {
            context.fireUserInboundEventTriggered(event)
            return
        }
        context.fireChannelRead(Self.wrapInboundOut(.wake))
        context.fireChannelReadComplete()
    }
}
