import Glibc

/// The service manager's end: a datagram socket that is really bound.
final class NotifySocket: Sendable {
    /// What `NOTIFY_SOCKET` would say.
    let address: String
    private let descriptor: Int32

    /// - Parameter name: a path, or `@` and a name for an abstract address.
    init(_ name: String) throws {
        address = name
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var bytes = Array(name.utf8)
        if name.hasPrefix("@") { bytes[0] = 0 }
        var socketAddress = sockaddr_un()
        socketAddress.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &socketAddress.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(2 + bytes.count)
        let result = withUnsafePointer(to: &socketAddress) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length)
            }
        }
        guard result == 0 else { throw SocketFailure("bind", errno) }
    }

    deinit {
        close(descriptor)
        if address.hasPrefix("/") { unlink(address) }
    }

    /// The next datagram; nil when none comes in time.
    func receive(seconds: Int = 10) -> String? {
        var limit = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var bytes = [UInt8](repeating: 0, count: 1_000)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}

struct SocketFailure: Error {
    let what: String
    let code: Int32

    init(_ what: String, _ code: Int32) {
        self.what = what
        self.code = code
    }
}
