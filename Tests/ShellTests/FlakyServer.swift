import Glibc
import NIOCore
import NIOPosix
import Shell
import Synchronization

/// Answers `describe`, hangs up on the first other line it ever gets, and answers the next ones.
struct FlakyServer {
    static func with(_ body: (String) async throws -> Void) async throws -> [String] {
        let path = TestServer.freshPath()
        let seen = Seen()
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Flaky(seen))
                }
            }
            .bind(unixDomainSocketPath: path).get()
        try await body(path)
        try await channel.close()
        unlink(path)
        return seen.lines.withLock { $0 }
    }

    private final class Seen: Sendable {
        let lines = Mutex<[String]>([])
    }

    private final class Flaky: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let seen: Seen
        private var splitter = LineSplitter()

        init(_ seen: Seen) { self.seen = seen }

        func channelActive(context: ChannelHandlerContext) {
            send("* licentia version=1\nOK ready\n", context)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            splitter.feed(unwrapInboundIn(data).readableBytesView)
            while let line = splitter.next() {
                let text = String(decoding: line, as: UTF8.self)
                let isFirst = seen.lines.withLock { lines in
                    lines.append(text)
                    return lines.count { $0 != "describe" } == 1
                }
                if text != "describe", isFirst {
                    context.close(promise: nil)
                } else {
                    let tag = text.split(separator: " ").first { $0.hasPrefix("@") }
                    send((tag.map { $0 + " " } ?? "") + "OK\n", context)
                }
            }
        }

        private func send(_ text: String, _ context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        }
    }
}
