internal import Processes
internal import Glibc

extension EmbeddedCluster {
    /// The longest wait of `endAtOnce()`, in steps of ten milliseconds.
    private static let endSteps = 500
    private static let endStep: UInt32 = 10_000

    /// Ends the server from a place that cannot wait for a task, as an `atexit` handler cannot:
    /// at once and without a checkpoint, for clusters that are thrown away.
    package nonisolated func endAtOnce() {
        guard let child else { return }
        child.signal(SIGQUIT)
        for _ in 0..<Self.endSteps where child.status == nil { usleep(Self.endStep) }
        child.signal(SIGKILL)
    }

    /// Ends the server that a killed owner left in the folder, without starting another.
    package func discardLeftovers() async throws(EmbeddedPostgresError) {
        let layout = ClusterLayout(stateFolder: try ClusterFolders.resolve(givenFolder))
        try ClusterFolders.makeOuter(layout)
        let lock = try StateLock.acquire(layout.lockFile)
        defer { lock.release() }
        let owner = try ClusterOwner.choose(dataFolder: layout.dataFolder)
        for name in DurableFile.names(in: layout.folder)
        where name.hasPrefix(ClusterLayout.unfinishedPrefix) {
            await Leftovers(mark: layout.folder + "/" + name, userID: owner.user.userID).kill()
        }
        guard access(layout.dataFolder, F_OK) == 0 else { return }
        let tag = try ClusterTag(dataFolder: layout.dataFolder)
        await Leftovers(mark: tag.text, userID: owner.user.userID).kill()
    }
}
