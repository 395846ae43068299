internal import EmbeddedPostgres
internal import FoundationEssentials
internal import Glibc

/// The daemon's state folder, held by one daemon at a time.
///
///     STATE/lock      held while the daemon lives, with its process id
///     STATE/run       the Unix socket, unless it was put elsewhere
struct StateFolder: Sendable {
    private let lock: StateLock

    /// Makes what is missing and takes the lock.
    ///
    /// - Throws: `EmbeddedPostgresError` with `locked` where another daemon has it; it names the
    ///   process. `DaemonError` where a folder cannot be made.
    init(_ settings: Settings) throws {
        // New folders are private: they hold the registry.
        try Self.make(settings.state, mode: 0o700)
        lock = try StateLock.acquire(settings.state + "/lock")
        // Who may pass through the state folder may reach the socket; its own mode says who may
        // open it.
        try Self.make(settings.runFolder, mode: 0o755)
    }

    /// Gives the folder back. The system does so too when the process ends, however it ends.
    func release() { lock.release() }

    private static func make(_ path: String, mode: Int) throws(DaemonError) {
        var information = stat()
        if stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: mode])
        } catch {
            throw DaemonError(
                "The folder \(path) cannot be made. Make it and give it to the daemon's user, "
                    + "or choose another state folder.")
        }
    }
}
