internal import Glibc

extension UnixSocket {
    /// How often a claim asks for the folder's lock before it gives up, and how long it waits
    /// in between: about two seconds, far more than another claim takes.
    private static let lockAttempts = 100
    private static let lockPause: Duration = .milliseconds(20)

    /// Binds to `path`, removing a stale socket first. One that is answered is left alone.
    ///
    /// The folder is locked meanwhile (by `flock` on the folder itself, which leaves no file
    /// behind). Without it two daemons that start at once could both find the socket stale, and
    /// the second would remove the first one's new socket.
    static func claim(_ path: String, mode: UInt32, backlog: Int32) async throws -> UnixSocket {
        let folder = try await lockFolder(of: path)
        defer { close(folder) }
        try removeStale(path)
        let socket = try bind(to: path, mode: mode)
        // Listening before the lock goes: the next claim must find somebody here.
        guard listen(socket.descriptor, backlog) == 0 else {
            let code = errno
            socket.remove()
            close(socket.descriptor)
            throw ServerError.system("Cannot listen on \(path)", errno: code)
        }
        return socket
    }

    /// Sets the length of the queue of connections again, which NIO shortens when it takes over.
    func setBacklog(_ backlog: Int32) {
        _ = listen(descriptor, backlog)
    }

    private static func lockFolder(of path: String) async throws -> Int32 {
        let folder = parent(of: path)
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ServerError.system("Cannot open the folder \(folder) of the socket", errno: errno)
        }
        do {
            for _ in 0..<lockAttempts {
                if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
                try await Task.sleep(for: lockPause)
            }
            throw ServerError(.socketInUse, "Another process keeps the folder \(folder) locked.")
        } catch {
            close(descriptor)
            throw error
        }
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func removeStale(_ path: String) throws(ServerError) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw ServerError.system("Cannot look at \(path)", errno: errno)
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw ServerError(
                .notASocket,
                "\(path) is there and is not a socket. Move it, or choose another path.")
        }
        let answer = try probe(path)
        if answer == ENOENT { return }
        guard answer == ECONNREFUSED else {
            throw ServerError(
                .socketInUse,
                "Another process answers on \(path). Stop it, or choose another path.")
        }
        guard unlink(path) == 0 || errno == ENOENT else {
            throw ServerError.system("Cannot remove the stale socket \(path)", errno: errno)
        }
    }

    /// The `errno` of connecting to the path; 0 when somebody answers. Only a refusal means that
    /// nobody is there: a full queue or a missing permission means that somebody may be.
    private static func probe(_ path: String) throws(ServerError) -> Int32 {
        let descriptor = try open()
        defer { close(descriptor) }
        return address(path) { Glibc.connect(descriptor, $0, $1) } == 0 ? 0 : errno
    }
}
