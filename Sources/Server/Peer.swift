/// Who is at the other end of a session, as far as the transport can tell.
package struct Peer: Sendable, Equatable {
    /// How the client came in.
    package enum Origin: Sendable, Equatable {
        /// Through a Unix socket; the ids are the kernel's word (`SO_PEERCRED`), taken when the
        /// client connected.
        case unix(uid: UInt32, pid: Int32)
        /// Over TCP; nothing is known but the address, as `host:port`.
        case tcp(address: String)
    }

    package let origin: Origin
    /// The number of the session, from 1, unique while the process lives.
    package let session: UInt64

    package init(origin: Origin, session: UInt64) {
        self.origin = origin
        self.session = session
    }
}
