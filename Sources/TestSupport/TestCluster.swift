internal import EmbeddedPostgres
internal import FoundationEssentials
internal import Glibc
internal import Logging
internal import Synchronization

/// The one PostgreSQL server of a test process: not durable, and gone when the process ends.
///
///     let database = try await TestCluster.shared.connectionString()
///
/// Its folder carries the process id. A test process that was killed leaves its folder and its
/// server behind; the next test process of the same user removes both.
package actor TestCluster {
    /// The server that every test of this process shares.
    package static let shared = TestCluster()

    /// How the names of test folders begin; the process id follows.
    static let folderPrefix = "licentia-test-"

    /// Where they are: a short path, for the socket's sake, that every user may pass.
    static let parentFolder = "/tmp"

    private var start: Task<String, any Error>?

    /// What libpq needs to connect. The first call starts the server; all others wait for it.
    ///
    /// The role may create databases, and is no superuser.
    package func connectionString() async throws -> String {
        let task = start ?? Task { try await Self.begin() }
        start = task
        return try await task.value
    }

    private static func begin() async throws -> String {
        var logger = Logger(label: "licentia.tests.database")
        logger.logLevel = .warning
        await AbandonedCluster.removeAll(logger: logger)
        let folder = "\(parentFolder)/\(folderPrefix)\(getpid())"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        let cluster = EmbeddedCluster(folder: folder, durability: .forTestsOnly, logger: logger)
        ending.withLock { $0 = (cluster, folder) }
        atexit { TestCluster.end() }
        return try await cluster.start()
    }

    /// What is to be ended with the process.
    private static let ending = Mutex<(cluster: EmbeddedCluster, folder: String)?>(nil)

    /// The process ends by `exit`, which waits for no task: no time for good manners.
    private static func end() {
        guard let (cluster, folder) = ending.withLock(\.self) else { return }
        cluster.endAtOnce()
        try? FileManager.default.removeItem(atPath: folder)
    }
}
