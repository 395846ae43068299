internal import Glibc
internal import NIOCore

/// What the kernel knows of the process at the other end of a Unix socket: Linux's `ucred`.
///
/// Spelled out here because the C library shows its own only under a feature macro.
struct PeerCredentials: Sendable {
    var pid: Int32 = 0
    var uid: UInt32 = 0
    var gid: UInt32 = 0
}

extension Peer.Origin {
    /// Asks a fresh connection who it is. To be called on the channel's event loop.
    ///
    /// A connection that cannot be asked fails: nobody is taken for somebody by default.
    static func of(_ channel: any Channel) -> EventLoopFuture<Peer.Origin> {
        if case .unixDomainSocket = channel.localAddress,
            let socket = channel as? any SocketOptionProvider
        {
            let credentials: EventLoopFuture<PeerCredentials> = socket.unsafeGetSocketOption(
                level: NIOBSDSocket.OptionLevel(rawValue: SOL_SOCKET),
                name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
            return credentials.map { .unix(uid: $0.uid, pid: $0.pid) }
        }
        guard let address = channel.remoteAddress, let host = address.ipAddress else {
            return channel.eventLoop.makeFailedFuture(
                ServerError(.badAddress, "A peer has no address."))
        }
        let text = host.contains(":") ? "[\(host)]" : host
        return channel.eventLoop.makeSucceededFuture(.tcp(address: "\(text):\(address.port ?? 0)"))
    }
}
