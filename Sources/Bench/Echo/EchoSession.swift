import Glibc
import NIOCore

/// One connection of the bare server.
final class EchoSession: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private static let greeting = "* licentia echo\nOK ready\n"

    private let replies: [[[UInt8]]]
    private var next = 0
    private var rest = ByteBuffer()
    private var outgoing = ByteBuffer()

    init(_ replies: EchoReplies) {
        self.replies = replies.replies
    }

    func channelActive(context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: Self.greeting)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        if rest.readableBytes > 0 {
            rest.writeBuffer(&bytes)
            swap(&rest, &bytes)
        }
        let count = bytes.withUnsafeReadableBytes { answer($0) }
        bytes.moveReaderIndex(forwardBy: count)
        rest.clear()
        rest.writeBuffer(&bytes)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        guard outgoing.readableBytes > 0 else { return }
        context.writeAndFlush(wrapOutboundOut(outgoing), promise: nil)
        outgoing = context.channel.allocator.buffer(capacity: outgoing.readableBytes)
    }

    /// Answers the whole lines; gives how many bytes they took.
    private func answer(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard let start = bytes.baseAddress else { return 0 }
        var position = 0
        while position < bytes.count,
            let end = memchr(start + position, 0x0A, bytes.count - position)
        {
            let tag = UnsafeRawBufferPointer(
                start: start + position, count: min(ReplyTag.length, bytes.count - position))
            for line in replies[next] {
                outgoing.writeBytes(tag)
                outgoing.writeBytes(line)
            }
            next = (next + 1) % replies.count
            position = UnsafeRawPointer(end) - start + 1
        }
        return position
    }
}
