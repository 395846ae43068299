internal import Processes
internal import Glibc
internal import Logging

extension EmbeddedCluster {
    private static let pollPause: Duration = .milliseconds(10)
    private static let patienceNotice: Duration = .seconds(10)

    /// Clears what an earlier server left, starts a new one and waits until it is ready.
    func launch(_ cluster: ReadyCluster) async throws(EmbeddedPostgresError) {
        try await clearLeftovers(of: cluster)
        // From here to the start there is no pause in which it could be told to stop.
        guard ready == cluster, phase == .starting || phase == .running else { return }
        let settings = ClusterSettings(
            layout: cluster.layout, durability: durability, tag: cluster.tag)
        try writeFiles(of: cluster, settings)
        ServerLog(layout: cluster.layout).prune()
        let server = try cluster.serverCommand(settings).start()
        watch(server)
        try await waitUntilReady(server, cluster)
        logger.info(
            "database ready",
            metadata: [
                "version": "\(cluster.binaries.version)", "process": "\(server.processID)",
                "user": "\(cluster.owner.user.name)",
            ])
    }

    /// Stops a server that outlived its daemon, and removes the files by which a dead one would
    /// still keep a new one from starting.
    ///
    /// PostgreSQL itself takes such a file for a living server when the process id in it belongs to
    /// any process of its user by now. The file is removed only when no process of this cluster
    /// lives: that order is what keeps two servers from ever writing to the same files.
    private func clearLeftovers(of cluster: ReadyCluster) async throws(EmbeddedPostgresError) {
        let recorded = PostmasterFile(path: cluster.layout.postmasterFile)
        let living = cluster.leftovers.living
        if !living.isEmpty {
            logger.notice(
                "stopping a database server that was left over",
                metadata: ["processes": "\(living.count)"])
            try await cluster.leftovers.stop(server: recorded?.processID)
        }
        unlink(cluster.layout.postmasterFile)
        unlink(cluster.layout.socketFile)
        unlink(cluster.layout.socketFile + ".lock")
    }

    private func writeFiles(
        of cluster: ReadyCluster, _ settings: ClusterSettings
    ) throws(EmbeddedPostgresError) {
        let owner = cluster.owner
        let rules = ClusterAccess(owner: owner.user, daemon: owner.daemon)
        let files = [
            (cluster.layout.settingsFile, settings.file),
            (cluster.layout.accessFile, rules.hostRules),
            (cluster.layout.mapFile, rules.userMap),
        ]
        for (path, text) in files {
            try DurableFile.write(text, to: path, mode: 0o640, group: owner.user.groupID)
        }
    }

    /// Watches the server's own state file: no client library, no connection.
    private func waitUntilReady(
        _ server: ChildProcess, _ cluster: ReadyCluster
    ) async throws(EmbeddedPostgresError) {
        let began = ContinuousClock.now
        var nextNotice = began + Self.patienceNotice
        while ContinuousClock.now < began + Self.startLimit {
            let file = PostmasterFile(path: cluster.layout.postmasterFile)
            if let file, file.processID == server.processID, file.isReady { return }
            if let status = await server.ended(within: Self.pollPause) {
                throw startFailed(status, cluster)
            }
            guard ContinuousClock.now >= nextNotice else { continue }
            logger.notice("waiting for the database, which may be recovering")
            nextNotice += Self.patienceNotice
        }
        throw EmbeddedPostgresError(
            .startTimedOut,
            "the database was not ready within \(Self.startLimit). Look into "
                + "\(cluster.layout.logFolder), and start again: recovery goes on from there.")
    }

    private func startFailed(
        _ status: ExitStatus, _ cluster: ReadyCluster
    ) -> EmbeddedPostgresError {
        let cause = ServerLog(layout: cluster.layout).lastFailure.map { ": \($0)" } ?? ""
        return EmbeddedPostgresError(
            .startFailed,
            "the database server ended with \(status) before it was ready\(cause). "
                + "More is in \(cluster.layout.outputFile) and \(cluster.layout.logFolder).")
    }
}
