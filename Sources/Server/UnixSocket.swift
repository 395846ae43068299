internal import Glibc
internal import Synchronization

/// The file of a Unix socket that this process is bound to.
///
/// It is known by device and inode as well as by path, so that removing it at the end can never
/// remove the socket of a daemon that took the path over. A second descriptor is kept until then:
/// it holds the inode, whose number the system could otherwise give to the other's socket.
final class UnixSocket: Sendable {
    let path: String
    /// The bound descriptor, not yet listening. Who takes it closes it.
    let descriptor: Int32
    private let identity: FileIdentity
    private let keeper: Mutex<Int32?>

    private init(path: String, descriptor: Int32, identity: FileIdentity, keeper: Int32) {
        self.path = path
        self.descriptor = descriptor
        self.identity = identity
        self.keeper = Mutex(keeper)
    }

    deinit {
        if let open = keeper.withLock({ $0 }) { close(open) }
    }

    private struct FileIdentity: Sendable, Equatable {
        let device: UInt64
        let inode: UInt64
    }

    /// Binds a new socket to `path` and gives the file its mode before anyone can connect.
    ///
    /// The mode is set between bind and listen: until listen the system refuses connections, so
    /// there is no moment at which a wider mode counts, and the process's umask is left alone.
    static func bind(to path: String, mode: UInt32) throws(ServerError) -> UnixSocket {
        let descriptor = try open()
        do throws(ServerError) {
            guard address(path, { Glibc.bind(descriptor, $0, $1) }) == 0 else {
                throw ServerError.system("Cannot create the socket \(path)", errno: errno)
            }
            guard let identity = identity(of: path), chmod(path, mode) == 0 else {
                let code = errno
                unlink(path)
                throw ServerError.system("Cannot set the mode of the socket \(path)", errno: code)
            }
            let keeper = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
            guard keeper >= 0 else {
                let code = errno
                unlink(path)
                throw ServerError.system("Cannot keep the socket \(path)", errno: code)
            }
            return UnixSocket(
                path: path, descriptor: descriptor, identity: identity, keeper: keeper)
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Removes the file if it is still the one that was bound. A second call does nothing.
    ///
    /// Until then the socket listens, so no other daemon finds it stale.
    func remove() {
        let kept = keeper.withLock { keeper in
            defer { keeper = nil }
            return keeper
        }
        guard let kept else { return }
        if Self.identity(of: path) == identity { unlink(path) }
        close(kept)
    }

    /// A stream socket that no child process inherits.
    static func open() throws(ServerError) -> Int32 {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else {
            throw ServerError.system("Cannot make a Unix socket", errno: errno)
        }
        return descriptor
    }

    /// Calls `body` with the socket address of `path`, whose length has been checked before.
    static func address(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { field in
            field.copyBytes(from: path.utf8.prefix(field.count - 1))
        }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                body(generic, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    private static func identity(of path: String) -> FileIdentity? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }
}
