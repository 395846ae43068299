import Glibc
import NIOCore
import NIOPosix
import Testing

/// A listener without manners, for what the real server never does: it sends one text for the
/// connection and one for the first bytes it gets, and hangs up.
struct RawServer {
    static func with<Result>(
        onConnect: String, onRequest: String?, _ body: (String) async throws -> Result
    ) async throws -> Result {
        let path = TestServer.freshPath()
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        Rude(onConnect: onConnect, onRequest: onRequest))
                }
            }
            .bind(unixDomainSocketPath: path).get()
        let result = try await body(path)
        try await channel.close()
        unlink(path)
        return result
    }

    /// Makes a socket that nobody listens at, as after a crash.
    static func leaveSocket(at path: String) {
        let file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                #expect(bind(file, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0)
            }
        }
        close(file)
    }

    private final class Rude: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let onConnect: String
        private let onRequest: String?

        init(onConnect: String, onRequest: String?) {
            self.onConnect = onConnect
            self.onRequest = onRequest
        }

        func channelActive(context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: onConnect)), promise: nil)
            if onRequest == nil { context.close(promise: nil) }
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            context.writeAndFlush(
                wrapOutboundOut(ByteBuffer(string: onRequest ?? "")), promise: nil)
            context.close(promise: nil)
        }
    }
}
