internal import Glibc

/// The service manager that started the daemon, if it wants to be told how it goes
/// (sd_notify(3): datagrams to the socket that `NOTIFY_SOCKET` names).
package struct ServiceManager: Sendable {
    /// What is told.
    package enum State: String, Sendable {
        /// Clients can connect and are answered.
        case ready = "READY=1"
        /// The end has begun.
        case stopping = "STOPPING=1"
    }

    private let address: [UInt8]

    /// - Parameter address: an absolute path, or `@` and a name for an abstract address; nil and
    ///   everything else, such as `vsock:…`, tells nobody.
    package init(address: String?) {
        guard let address, address.hasPrefix("/") || address.hasPrefix("@"),
            address.utf8.count <= Self.longestAddress
        else {
            self.address = []
            return
        }
        var bytes = Array(address.utf8)
        // An abstract address begins with a zero (unix(7)).
        if address.hasPrefix("@") { bytes[0] = 0 }
        self.address = bytes
    }

    /// Tells the state. Nobody to tell, or one who does not listen, is no failure.
    package func tell(_ state: State) {
        guard !address.isEmpty else { return }
        let kind = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: address) }
        // The length counts: an abstract name ends where the length says, not at a zero.
        let length = Self.pathOffset + address.count
        let message = Array(state.rawValue.utf8)
        _ = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                sendto(
                    descriptor, message, message.count, Int32(MSG_NOSIGNAL), generic,
                    socklen_t(length))
            }
        }
    }

    private static let pathOffset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
    private static let longestAddress = MemoryLayout<sockaddr_un>.size - pathOffset
}
