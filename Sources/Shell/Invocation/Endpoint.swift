/// Where the daemon is listened for.
package enum Endpoint: Sendable, Equatable, CustomStringConvertible {
    case unix(path: String)
    case tcp(host: String, port: Int)

    /// The port of protocol.md, where `--connect` names none.
    package static let defaultPort = 7432
    /// The state folder of a daemon that root or systemd started.
    package static let systemState = "/var/lib/licentia"
    /// The socket under a state folder.
    package static let socketInState = "/run/licentiad.sock"

    package var description: String {
        switch self {
        case .unix(let path): path
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        }
    }

    /// Reads `HOST`, `HOST:PORT`, `[V6]:PORT` or a bare IPv6 address; nil where it is none.
    package init?(hostAndPort text: String) {
        if text.hasPrefix("[") {
            guard let close = text.firstIndex(of: "]") else { return nil }
            let host = text[text.index(after: text.startIndex)..<close]
            self.init(host: host, portSuffix: text[text.index(after: close)...])
        } else if text.count(where: { $0 == ":" }) > 1 {
            self.init(host: text[...], portSuffix: "")
        } else {
            let host = text.prefix { $0 != ":" }
            self.init(host: host, portSuffix: text[host.endIndex...])
        }
    }

    private init?(host: Substring, portSuffix: Substring) {
        guard !host.isEmpty, !host.contains(where: \.isWhitespace) else { return nil }
        if portSuffix.isEmpty {
            self = .tcp(host: String(host), port: Endpoint.defaultPort)
            return
        }
        guard portSuffix.first == ":", let port = UInt16(portSuffix.dropFirst()), port > 0 else {
            return nil
        }
        self = .tcp(host: String(host), port: Int(port))
    }

    /// The socket that is tried when none is named: `$LICENTIA_SOCKET`; else the system's, for
    /// root and where it exists; else the one in this user's own state folder.
    package static func standard(in surroundings: Surroundings) -> Endpoint {
        if let named = surroundings.variable("LICENTIA_SOCKET") { return .unix(path: named) }
        let system = systemState + socketInState
        if surroundings.isRoot || surroundings.exists(system) { return .unix(path: system) }
        return .unix(path: surroundings.stateFolder + socketInState)
    }
}
