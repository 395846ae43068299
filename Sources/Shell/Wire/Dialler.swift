package import NIOCore
import NIOPosix

/// Opens connections to one endpoint.
package struct Dialler: Sendable {
    package let endpoint: Endpoint
    /// How long a connection and then its greeting may take.
    package var patience: TimeAmount
    /// What is done before anything else is said; nil says nothing of who we are.
    package var logIn: LogIn?

    package static let usualPatience = TimeAmount.seconds(10)

    package init(_ endpoint: Endpoint, patience: TimeAmount = Dialler.usualPatience) {
        self.endpoint = endpoint
        self.patience = patience
    }

    /// Connects, reads the greeting, logs in, does the body and closes the connection.
    ///
    /// - Throws: `ShellFailure` where there is no server to talk to; what the body throws.
    package func withConversation<Result: Sendable>(
        _ body: (inout Conversation) async throws -> Result
    ) async throws -> Result {
        let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
        do { channel = try await connect() } catch { throw endpoint.unreachable(error) }
        return try await channel.executeThenClose { inbound, outbound in
            var conversation = Conversation(
                endpoint, channel: channel.channel, inbound: inbound.makeAsyncIterator(),
                outbound: outbound)
            // A server that says nothing must not hold us for ever.
            let impatience = channel.channel.eventLoop.scheduleTask(in: patience) {
                channel.channel.close(promise: nil)
            }
            do { try await conversation.greet() } catch { throw greetingFailure(error) }
            impatience.cancel()
            try await logIn?.perform(in: &conversation)
            return try await body(&conversation)
        }
    }

    private func greetingFailure(_ error: any Error) -> any Error {
        guard let failure = error as? ShellFailure, failure.kind == .lost else { return error }
        return ShellFailure(
            .cannotConnect,
            "\(endpoint) took the connection but did not greet. Is that licentiad, and is it well? "
                + "Its log says more.")
    }

    private func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(patience)
        switch endpoint {
        case .unix(let path):
            return try await bootstrap.connect(unixDomainSocketPath: path) { Self.wrap($0) }
        case .tcp(let host, let port):
            return try await bootstrap.channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .connect(host: host, port: port) { Self.wrap($0) }
        }
    }

    private static func wrap(
        _ channel: any Channel
    ) -> EventLoopFuture<NIOAsyncChannel<ByteBuffer, ByteBuffer>> {
        channel.eventLoop.makeCompletedFuture {
            try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
    }
}
