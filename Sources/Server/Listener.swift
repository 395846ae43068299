/// A place where the server takes connections.
///
/// A TCP listener is plain, so it binds to loopback only (protocol contract, Transport). Listeners
/// with TLS will be a case of their own: one listener is either plain or TLS.
package enum Listener: Sendable, Equatable {
    /// A Unix socket. Whoever may open it is known by the user id of its process.
    case unix(path: String, mode: UInt32 = Listener.socketMode)
    /// A plain TCP port on a numeric loopback address or `localhost`. Port 0 lets the system
    /// choose.
    case tcp(host: String, port: Int)

    /// The mode of a socket file: the owner and the group may talk, nobody else.
    package static let socketMode: UInt32 = 0o660
    /// The TCP port of the contract.
    package static let defaultPort = 7_432
}

extension Listener: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unix(let path, _): "unix:\(path)"
        case .tcp(let host, let port):
            host.contains(":") ? "tcp:[\(host)]:\(port)" : "tcp:\(host):\(port)"
        }
    }
}
