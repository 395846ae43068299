import Glibc
import Testing

/// A client of the admin protocol that reads whole replies, blocking.
final class TestClient {
    private let descriptor: Int32
    private var unread: [UInt8] = []

    static let patience = 20

    /// Connects and reads the greeting.
    init(unix path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        try connect(&address)
    }

    init(loopbackPort port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        try connect(&address)
    }

    deinit { close(descriptor) }

    private func connect<Address>(_ address: inout Address) throws {
        var limit = timeval(tv_sec: Self.patience, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let size = socklen_t(MemoryLayout<Address>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, size)
            }
        }
        guard result == 0 else { throw SocketFailure("connect", errno) }
    }

    /// Lines up to and with the final one.
    func reply() throws -> [String] {
        var lines: [String] = []
        while let line = try line() {
            lines.append(line)
            if !line.hasPrefix("* ") { return lines }
        }
        return lines
    }

    /// Sends a line, or several, and reads one reply.
    @discardableResult
    func ask(_ request: String) throws -> [String] {
        var bytes = Array((request + "\n").utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw SocketFailure("write", errno) }
            bytes = bytes.dropFirst(count)
        }
        return try reply()
    }

    /// One line; nil at the end.
    func line() throws -> String? {
        while true {
            if let end = unread.firstIndex(of: 10) {
                defer { unread.removeSubrange(...end) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            var bytes = [UInt8](repeating: 0, count: 16_384)
            let count = read(descriptor, &bytes, bytes.count)
            if count == 0 { return nil }
            guard count > 0 else { throw SocketFailure("read", errno) }
            unread += bytes.prefix(count)
        }
    }
}
