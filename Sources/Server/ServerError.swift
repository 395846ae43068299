internal import Glibc

/// Why a server could not start, or could not go on. Never caused by a client.
package struct ServerError: Error, Equatable, CustomStringConvertible {
    /// What a caller may want to tell apart.
    package enum Code: Sendable, Equatable {
        /// No listener was given.
        case noListeners
        /// The host is not a numeric address, or the port is no port.
        case badAddress
        /// Plain TCP was asked for on an address that other machines can reach.
        case notLoopback
        /// The path does not fit into a socket address.
        case pathTooLong
        /// Something that is not a socket has the path.
        case notASocket
        /// Another process answers on the socket, or is just claiming it.
        case socketInUse
        /// The system refused, with this `errno` (0 where it gave none).
        case system(Int32)
        /// A listener stopped accepting without being told to.
        case listenerFailed
    }

    package let code: Code
    /// A sentence for the operator, with the path or address in it.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}

extension ServerError {
    /// The failure of a system call: `what` failed, and the system's own words for why.
    static func system(_ what: String, errno code: Int32) -> ServerError {
        ServerError(.system(code), "\(what): \(String(cString: strerror(code)))")
    }
}
