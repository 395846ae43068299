internal import Processes
internal import Glibc

/// The account that the server runs as, and how to run a program as that account.
///
/// PostgreSQL refuses to run as root. A daemon that is root therefore starts it as `postgres`,
/// or, where that account is missing, as `nobody`. Any other daemon starts it as itself.
struct ClusterOwner: Sendable, Equatable {
    /// The accounts that a root daemon tries, in this order.
    static let candidates = ["postgres", "nobody"]

    /// The program that changes the account; part of Debian's essential `util-linux`.
    static let setpriv = "/usr/bin/setpriv"

    let user: SystemUser
    let daemon: SystemUser

    var isDaemon: Bool { user.userID == daemon.userID }

    /// The right owner of a data folder: whoever has it already, or else by the rule above.
    static func choose(dataFolder: String) throws(EmbeddedPostgresError) -> ClusterOwner {
        let daemon = try SystemUser.current()
        if let present = userID(owning: dataFolder) {
            return try keep(present, of: dataFolder, daemon: daemon)
        }
        if daemon.userID != 0 { return ClusterOwner(user: daemon, daemon: daemon) }
        for name in candidates {
            if let user = SystemUser(named: name) {
                return ClusterOwner(user: user, daemon: daemon)
            }
        }
        throw EmbeddedPostgresError(
            .userUnknown,
            "PostgreSQL does not run as root, and neither `postgres` nor `nobody` is an account of "
                + "this machine. Run the daemon as an ordinary user, or add one of them.")
    }

    /// The same command, run as this account.
    func command(_ command: ProgramCall) -> ProgramCall {
        guard !isDaemon else { return command }
        var result = command
        result.executable = Self.setpriv
        result.arguments =
            [
                "--reuid=\(user.userID)", "--regid=\(user.groupID)", "--clear-groups",
                "--inh-caps=-all", "--no-new-privs", "--", command.executable,
            ] + command.arguments
        return result
    }

    private static func keep(
        _ present: UInt32, of dataFolder: String, daemon: SystemUser
    ) throws(EmbeddedPostgresError) -> ClusterOwner {
        if present == daemon.userID && present != 0 {
            return ClusterOwner(user: daemon, daemon: daemon)
        }
        if daemon.userID == 0 && present != 0, let user = SystemUser(userID: present) {
            return ClusterOwner(user: user, daemon: daemon)
        }
        let holder = SystemUser(userID: present)?.name ?? "the unknown user id \(present)"
        throw EmbeddedPostgresError(
            .folderUnusable,
            "\(dataFolder) belongs to \(holder), and the daemon runs as \(daemon.name). Run it as "
                + "the owner or as root, or give the state folder to \(daemon.name) (chown -R).")
    }

    private static func userID(owning path: String) -> UInt32? {
        var information = stat()
        return lstat(path, &information) == 0 ? information.st_uid : nil
    }
}
