internal import Server

/// A loopback address and port for plain TCP, as `--listen` gives it.
package struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
    package let host: String
    package let port: Int

    /// 127.0.0.1:7432 (protocol contract, Transport).
    static let standard = ListenAddress(host: "127.0.0.1", port: Listener.defaultPort)

    private init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `HOST:PORT`, an IPv6 host in square brackets.
    ///
    /// - Throws: `SettingFault` for what is no address, or none that plain TCP may have.
    init(_ text: String) throws(SettingFault) {
        guard let colon = text.lastIndex(of: ":") else { throw .malformed }
        let digits = text[text.index(after: colon)...]
        guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57) ~= $0 }),
            let port = Int(digits)
        else { throw .malformed }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
        } else if host.contains(":") {
            throw .malformed
        }
        self.init(host: host, port: port)
        do throws(ServerError) { try listener.validate() } catch { throw .because(error.message) }
    }

    var listener: Listener { .tcp(host: host, port: port) }

    package var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
