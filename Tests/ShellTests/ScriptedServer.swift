import Glibc
import NIOCore
import NIOPosix
import Shell
import Synchronization

/// Plays one script a connection, the last one again for all that follow: what it says at the
/// first line, and whether it then hangs up. Any other line is answered `OK`.
struct ScriptedServer {
    struct Script {
        var greeting = "* licentia version=1\nOK ready\n"
        var reply: String
        var hangsUp = true
    }

    /// Does something while it answers at a path, and gives the lines that it got.
    static func with(
        _ scripts: [Script], _ body: (String) async throws -> Void
    ) async throws -> [String] {
        let path = TestServer.freshPath()
        let state = State(scripts)
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Player(state))
                }
            }
            .bind(unixDomainSocketPath: path).get()
        try await body(path)
        try await channel.close()
        unlink(path)
        return state.lines.withLock { $0 }
    }

    private final class State: Sendable {
        let lines = Mutex<[String]>([])
        private let scripts: Mutex<[Script]>

        init(_ scripts: [Script]) { self.scripts = Mutex(scripts) }

        func next() -> Script {
            scripts.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        }
    }

    private final class Player: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let state: State
        private let script: Script
        private var splitter = LineSplitter()
        private var isFirst = true

        init(_ state: State) {
            self.state = state
            script = state.next()
        }

        func channelActive(context: ChannelHandlerContext) {
            send(script.greeting, context)
            if script.greeting.hasPrefix("BYE") { context.close(promise: nil) }
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            splitter.feed(unwrapInboundIn(data).readableBytesView)
            while let line = splitter.next() {
                let text = String(decoding: line, as: UTF8.self)
                state.lines.withLock { $0.append(text) }
                if text == "format json" {
                    send("{\"status\":\"OK\"}\n", context)
                } else if isFirst {
                    isFirst = false
                    send(script.reply, context)
                    if script.hangsUp { context.close(promise: nil) }
                } else {
                    send("OK\n", context)
                }
            }
        }

        private func send(_ text: String, _ context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        }
    }
}
