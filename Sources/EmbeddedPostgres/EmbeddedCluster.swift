internal import Processes
internal import Glibc
package import Logging
internal import Synchronization

/// A private PostgreSQL cluster in the daemon's state folder, and the server that runs on it.
///
/// It is reached over a Unix socket only, by the daemon's user, the server's user and root only.
/// One process at a time owns it. What a crash left behind, of this process or of the server, is
/// put right at the next start.
///
///     let cluster = EmbeddedCluster(folder: "/var/lib/licentia", logger: logger)
///     let database = try await cluster.start()    // "host='/var/lib/licentia/postgres/run' …"
///
/// `run()` then watches the server until a graceful shutdown; `stop()` ends it.
package actor EmbeddedCluster {
    /// How long a server may take to be ready: replaying the log after a crash takes its time.
    package static let startLimit: Duration = .seconds(300)

    /// How long a server is given to end in good order, before it is urged.
    package static let stopLimit: Duration = .seconds(30)

    enum Phase { case idle, starting, running, stopping }

    let givenFolder: String
    let durability: Durability
    let binariesFolder: String
    let logger: Logger
    var phase = Phase.idle
    var ready: ReadyCluster?
    private var lock: StateLock?
    private var startTask: Task<Result<String, EmbeddedPostgresError>, Never>?

    private nonisolated let server = Mutex<ChildProcess?>(nil)

    /// - Parameters:
    ///   - folder: the daemon's state folder; the cluster is in its folder `postgres`.
    ///   - durability: anything but `.durable` is for tests.
    ///   - binariesFolder: where the installed servers are, each in `N/bin`.
    package init(
        folder: String, durability: Durability = .durable,
        binariesFolder: String = "/usr/lib/postgresql", logger: Logger
    ) {
        givenFolder = folder
        self.durability = durability
        self.binariesFolder = binariesFolder
        self.logger = logger
    }

    /// Takes the folder, makes the cluster if there is none, starts the server and waits until it
    /// accepts connections.
    ///
    /// A second call while it runs only gives the connection string again.
    /// - Returns: a libpq connection string.
    package func start() async throws(EmbeddedPostgresError) -> String {
        if phase == .running, let ready { return ready.connectionString }
        guard phase == .idle else {
            throw EmbeddedPostgresError(
                .busy, "the embedded database is starting or stopping. Wait, and try again.")
        }
        phase = .starting
        let task = Task { await attempt() }
        startTask = task
        return try await task.value.get()
    }

    /// Ends the server in good order, or by force when it takes too long, and gives the folder
    /// back. Harmless when it does not run. Cancelling the task does not shorten it.
    package func stop() async {
        if phase == .starting {
            phase = .stopping
            child?.signal(SIGINT)
            _ = await startTask?.value
            return
        }
        await tearDown()
    }

    /// One start from beginning to end, in a task of its own: a caller that is cancelled cannot
    /// leave a server behind that nobody knows of.
    private func attempt() async -> Result<String, EmbeddedPostgresError> {
        do throws(EmbeddedPostgresError) {
            let ready = try await prepare()
            self.ready = ready
            try await launch(ready)
            guard phase == .starting else {
                throw EmbeddedPostgresError(.busy, "the embedded database was told to stop.")
            }
            phase = .running
            return .success(ready.connectionString)
        } catch {
            await tearDown()
            return .failure(error)
        }
    }

    private func tearDown() async {
        phase = .stopping
        if let child { await end(child) }
        // A server that was killed leaves sessions behind, and the log writer ends last.
        if let ready { try? await ready.leftovers.stop(server: nil) }
        watch(nil)
        ready = nil
        lock?.release()
        lock = nil
        phase = .idle
    }

    /// The server, also for code outside the actor that runs as the daemon's process ends.
    nonisolated var child: ChildProcess? { server.withLock(\.self) }

    func watch(_ child: ChildProcess?) { server.withLock { $0 = child } }

    private func prepare() async throws(EmbeddedPostgresError) -> ReadyCluster {
        let layout = ClusterLayout(stateFolder: try ClusterFolders.resolve(givenFolder))
        try layout.validate()
        try ClusterFolders.makeOuter(layout)
        lock = try StateLock.acquire(layout.lockFile)
        let owner = try ClusterOwner.choose(dataFolder: layout.dataFolder)
        let binaries = try ServerBinaries.find(
            existing: try ClusterMaker.existingVersion(layout), under: binariesFolder)
        try await ClusterFolders(layout: layout, owner: owner).prepare()
        let maker = ClusterMaker(
            layout: layout, owner: owner, durability: durability, logger: logger)
        try await maker.makeIfMissing(binaries)
        return ReadyCluster(
            layout: layout, owner: owner, binaries: binaries,
            tag: try ClusterTag(dataFolder: layout.dataFolder))
    }

    private func end(_ child: ChildProcess) async {
        for (signal, limit) in [(SIGINT, Self.stopLimit), (SIGQUIT, Leftovers.immediateLimit)] {
            child.signal(signal)
            if let status = await child.ended(within: limit) {
                logger.info("database stopped", metadata: ["ending": "\(status)"])
                return
            }
            logger.warning("the database takes too long to stop, and is urged")
        }
        child.signal(SIGKILL)
        _ = await child.ended(within: Leftovers.killLimit)
    }
}
