internal import NIOCore
internal import NIOPosix

/// A listener that is open: connections queue up whether or not they are taken already.
struct BoundListener: Sendable {
    /// The listener with the port that the system chose.
    let listener: Listener
    let channel: NIOAsyncChannel<Connection, Never>
    private let socket: UnixSocket?

    static func bind(
        _ listener: Listener, limits: ServerLimits, group: any EventLoopGroup
    ) async throws -> BoundListener {
        switch listener {
        case .unix(let path, let mode):
            return try await bindUnix(path, mode: mode, limits: limits, group: group)
        case .tcp(let host, let port):
            return try await bindTCP(host, port: port, limits: limits, group: group)
        }
    }

    /// Stops accepting. The socket's file goes first, while nobody can take it for a stale one.
    func close() {
        socket?.remove()
        channel.channel.close(promise: nil)
    }

    private static func bindUnix(
        _ path: String, mode: UInt32, limits: ServerLimits, group: any EventLoopGroup
    ) async throws -> BoundListener {
        let socket = try await UnixSocket.claim(path, mode: mode, backlog: limits.backlog)
        do {
            let channel = try await bootstrap(limits, group).bind(socket.descriptor) { channel in
                Connection.make(channel, pressure: limits.readPressure)
            }
            socket.setBacklog(limits.backlog)
            try await guardAgainstErrors(channel.channel)
            return BoundListener(
                listener: .unix(path: path, mode: mode), channel: channel, socket: socket)
        } catch {
            socket.remove()
            throw error
        }
    }

    private static func bindTCP(
        _ host: String, port: Int, limits: ServerLimits, group: any EventLoopGroup
    ) async throws -> BoundListener {
        let address = try Listener.loopback(host: host, port: port)
        let channel: NIOAsyncChannel<Connection, Never>
        do {
            channel = try await bootstrap(limits, group).bind(to: address) { channel in
                Connection.make(channel, pressure: limits.readPressure)
            }
        } catch let error as IOError {
            throw ServerError.system("Cannot listen on \(host):\(port)", errno: error.errnoCode)
        }
        try await guardAgainstErrors(channel.channel)
        let chosen = channel.channel.localAddress?.port ?? port
        return BoundListener(
            listener: .tcp(host: host, port: chosen), channel: channel, socket: nil)
    }

    private static func bootstrap(
        _ limits: ServerLimits, _ group: any EventLoopGroup
    ) -> ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: limits.backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            // A client may close its half after its last line and still read the replies.
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(.recvAllocator, value: limits.receiveAllocator)
    }

    /// Puts the handler behind the one that accepts, whose errors would end the listener.
    private static func guardAgainstErrors(_ channel: any Channel) async throws {
        try await channel.eventLoop.submit {
            let accept = try channel.pipeline.syncOperations.context(name: "AcceptHandler")
            try channel.pipeline.syncOperations.addHandler(
                AcceptErrorHandler(), position: .after(accept.handler))
        }.get()
    }
}
