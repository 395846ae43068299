import NIOCore
import NIOPosix

/// What the wire alone costs: a server on SwiftNIO that cuts bytes into lines and answers each, and
/// does nothing else.
struct EchoServer: Sendable {
    private static let backlog: Int32 = 512

    let socket: String
    let replies: EchoReplies

    /// Serves until its process is ended. On as many threads as the daemon's sockets have.
    func run() async throws {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: Self.backlog)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(EchoSession(replies))
                }
            }
            .bind(unixDomainSocketPath: socket).get()
        try await server.closeFuture.get()
    }
}
