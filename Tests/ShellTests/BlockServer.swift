import Glibc
import NIOCore
import NIOPosix
import Shell
import Synchronization

/// Asks for a block at the first line and answers `OK` at its closing dot.
struct BlockServer {
    static func with<Result>(
        _ body: (String) async throws -> Result
    ) async throws -> (Result, received: [String]) {
        let path = TestServer.freshPath()
        let received = Received()
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Asker(received))
                }
            }
            .bind(unixDomainSocketPath: path).get()
        let result = try await body(path)
        try await channel.close()
        unlink(path)
        return (result, received.lines.withLock { $0 })
    }

    private final class Received: Sendable {
        let lines = Mutex<[String]>([])
    }

    private final class Asker: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let received: Received
        private var splitter = LineSplitter()

        init(_ received: Received) { self.received = received }

        func channelActive(context: ChannelHandlerContext) {
            send("* licentia version=1\nOK ready\n", context)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            splitter.feed(unwrapInboundIn(data).readableBytesView)
            while let line = splitter.next() {
                let text = String(decoding: line, as: UTF8.self)
                let count = received.lines.withLock { lines in
                    lines.append(text)
                    return lines.count
                }
                if count == 1 { send("+ send CSV\n", context) }
                if text == "." { send("OK\n", context) }
            }
        }

        private func send(_ text: String, _ context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        }
    }
}
