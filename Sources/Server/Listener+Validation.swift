internal import Glibc
internal import NIOCore

extension Listener {
    /// The longest path that fits into a Unix socket address, without its closing zero.
    package static let maxPathBytes = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

    /// Throws where this listener could never be opened, without opening anything.
    ///
    /// It is what the server asks first, and what a check of the settings may ask alone.
    package func validate() throws(ServerError) {
        switch self {
        case .unix(let path, _):
            guard !path.isEmpty, !path.utf8.contains(0) else {
                throw ServerError(
                    .badAddress, "The path of the Unix socket is empty or holds a zero.")
            }
            guard path.utf8.count <= Self.maxPathBytes else {
                throw ServerError(
                    .pathTooLong,
                    "The socket path \(path) is \(path.utf8.count) bytes long; "
                        + "the system takes \(Self.maxPathBytes). Choose a shorter one.")
            }
        case .tcp(let host, let port):
            _ = try Self.loopback(host: host, port: port)
        }
    }

    /// The socket address of a plain TCP listener. No name is looked up except `localhost`, so
    /// that what the operator reads in the settings is what is bound.
    static func loopback(host: String, port: Int) throws(ServerError) -> SocketAddress {
        guard (0...Int(UInt16.max)).contains(port) else {
            throw ServerError(.badAddress, "\(port) is not a TCP port. Give one from 0 to 65535.")
        }
        let numeric = host.lowercased() == "localhost" ? "127.0.0.1" : host
        guard let address = try? SocketAddress(ipAddress: numeric, port: port) else {
            throw ServerError(
                .badAddress, "\(host) is not an IP address. Give 127.0.0.1, ::1 or localhost.")
        }
        guard address.isLoopback else {
            throw ServerError(
                .notLoopback,
                "Plain TCP is offered on loopback only, and \(host) can be reached from outside: "
                    + "such an address needs TLS. Give 127.0.0.1 or ::1.")
        }
        return address
    }
}

extension SocketAddress {
    /// Whether only this machine can reach the address: 127/8 (RFC 1122, 3.2.1.3) or ::1.
    ///
    /// Judged by the system's own spelling of the address that will be bound, not by the setting.
    fileprivate var isLoopback: Bool {
        guard let address = ipAddress else { return false }
        return address == "::1" || address.hasPrefix("127.")
    }
}
