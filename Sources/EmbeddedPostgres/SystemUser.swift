internal import Glibc

/// An account of this machine.
struct SystemUser: Sendable, Equatable {
    private static let bufferCapacity = 16_384

    let name: String
    let userID: UInt32
    let groupID: UInt32

    init(name: String, userID: UInt32, groupID: UInt32) {
        self.name = name
        self.userID = userID
        self.groupID = groupID
    }

    /// The account with that name; nil when there is none.
    init?(named name: String) {
        self.init { entry, buffer, count, found in
            getpwnam_r(name, entry, buffer, count, found)
        }
    }

    /// The account with that number; nil when there is none.
    init?(userID: UInt32) {
        self.init { entry, buffer, count, found in
            getpwuid_r(userID, entry, buffer, count, found)
        }
    }

    private typealias LookUp = (
        UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32

    private init?(_ lookUp: LookUp) {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: Self.bufferCapacity)
        let user = buffer.withUnsafeMutableBufferPointer { space -> SystemUser? in
            guard let base = space.baseAddress,
                lookUp(&entry, base, space.count, &found) == 0,
                found != nil, let name = entry.pw_name
            else { return nil }
            return SystemUser(
                name: String(cString: name), userID: entry.pw_uid, groupID: entry.pw_gid)
        }
        guard let user else { return nil }
        self = user
    }

    /// The user this process acts as.
    static func current() throws(EmbeddedPostgresError) -> SystemUser {
        let number = geteuid()
        if let user = SystemUser(userID: number) { return user }
        throw EmbeddedPostgresError(
            .userUnknown,
            "the user id \(number) that the daemon runs as has no name on this machine, and peer "
                + "authentication needs one. Add an account for it (useradd --uid \(number) …).")
    }
}
