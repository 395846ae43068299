internal import Processes
internal import FoundationEssentials
internal import Glibc

/// Makes the folders of a cluster and the way to them.
///
/// Where the server runs as another user than the daemon, that user gets the data, socket and log
/// folders; the folder around them stays the daemon's, so that root never writes where another
/// user could have laid a link.
struct ClusterFolders: Sendable {
    let layout: ClusterLayout
    let owner: ClusterOwner

    /// The state folder's real path, made if it is missing.
    static func resolve(_ path: String) throws(EmbeddedPostgresError) -> String {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .unusable(path, "make the folder", errno: errno)
        }
        guard let real = realpath(path, nil) else { throw .unusable(path, "open", errno: errno) }
        defer { free(real) }
        return String(cString: real)
    }

    /// The folder of the cluster itself, which the lock is in. Nothing of another daemon's is
    /// changed before the lock is held.
    static func makeOuter(_ layout: ClusterLayout) throws(EmbeddedPostgresError) {
        try make(layout.folder)
    }

    /// Everything but the data folder, with the right owners and permissions.
    func prepare() async throws(EmbeddedPostgresError) {
        try Self.permit(
            layout.folder, owner.daemon.userID, owner.user.groupID, owner.isDaemon ? 0o700 : 0o710)
        for path in [layout.socketFolder, layout.logFolder] {
            try Self.make(path)
            try Self.permit(path, owner.user.userID, owner.user.groupID, 0o700)
        }
        guard !owner.isDaemon else { return }
        try openStateFolder()
        try await checkWay()
    }

    /// A new, empty folder that belongs to the server's user.
    func makeEmpty(_ path: String) throws(EmbeddedPostgresError) {
        guard mkdir(path, 0o700) == 0 else { throw .unusable(path, "make", errno: errno) }
        try Self.permit(path, owner.user.userID, owner.user.groupID, 0o700)
    }

    /// Removes a folder and all in it; a failure is left to whoever needs the name next.
    static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func make(_ path: String) throws(EmbeddedPostgresError) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw .unusable(path, "make", errno: errno)
    }

    /// Changes only what is not so yet: a daemon under a filter of system calls may not even ask.
    private static func permit(
        _ path: String, _ user: UInt32, _ group: UInt32, _ mode: UInt32
    ) throws(EmbeddedPostgresError) {
        var present = stat()
        guard lstat(path, &present) == 0 else { throw .unusable(path, "look at", errno: errno) }
        let isGiven =
            present.st_uid == user && (present.st_gid == group || group == getegid())
        if !isGiven, lchown(path, user, group) != 0 {
            throw .unusable(path, "change the owner of", errno: errno)
        }
        if present.st_mode & 0o7777 != mode, chmod(path, mode) != 0 {
            throw .unusable(path, "change the permissions of", errno: errno)
        }
    }
}

extension ClusterFolders {
    /// Lets the server's user pass through a state folder that is private to root, as `mktemp -d`
    /// makes it: its group becomes the server's, which may pass but not list. A folder that is open
    /// to a group other than root's own is not touched, for that group means something.
    private func openStateFolder() throws(EmbeddedPostgresError) {
        let path = layout.stateFolder
        var information = stat()
        guard stat(path, &information) == 0 else { throw .unusable(path, "open", errno: errno) }
        let mode = information.st_mode & 0o7777
        let isPrivate = mode & 0o007 == 0 && information.st_uid == owner.daemon.userID
        let groupMeansNothing =
            mode & 0o070 == 0 || information.st_gid == owner.daemon.groupID
        guard isPrivate, groupMeansNothing else { return }
        try Self.permit(
            path, owner.daemon.userID, owner.user.groupID, mode & ~0o060 | 0o010)
    }

    /// Asks the kernel, as the server's user, whether the socket folder can be reached, and names
    /// the first folder on the way that cannot be passed.
    private func checkWay() async throws(EmbeddedPostgresError) {
        if try await canPass(layout.socketFolder) { return }
        guard try await canPass("/") else { throw cannotActAsOwner }
        var path = ""
        for part in layout.socketFolder.split(separator: "/") {
            path += "/" + part
            if try await !canPass(path) { throw impassable(path) }
        }
    }

    private func canPass(_ path: String) async throws(EmbeddedPostgresError) -> Bool {
        try await owner.command(ProgramCall("/usr/bin/test", ["-x", path])).finish().isSuccess
    }

    private var cannotActAsOwner: EmbeddedPostgresError {
        EmbeddedPostgresError(
            .programMissing,
            "the daemon is root and cannot start programs as the user \(owner.user.name) with "
                + "\(ClusterOwner.setpriv). Install util-linux and allow CAP_SETUID and "
                + "CAP_SETGID, or run the daemon as an ordinary user.")
    }

    private func impassable(_ path: String) -> EmbeddedPostgresError {
        EmbeddedPostgresError(
            .folderNotTraversable,
            "the database runs as the user \(owner.user.name), who may not pass through \(path). "
                + "Allow it (chmod o+x \(path)), or choose a state folder elsewhere.")
    }
}
