internal import Processes
internal import FoundationEssentials
internal import Glibc
internal import Logging

/// Makes a new cluster, wholly or not at all.
///
/// It grows in a folder beside `data` and takes that name when everything in it, the role and the
/// database included, is on the disk. A crash before leaves a folder that the next start removes.
struct ClusterMaker: Sendable {
    let layout: ClusterLayout
    let owner: ClusterOwner
    let durability: Durability
    let logger: Logger

    /// The version of the cluster that is there; nil when there is none yet.
    static func existingVersion(_ layout: ClusterLayout) throws(EmbeddedPostgresError) -> Int? {
        let path = layout.dataFolder
        guard access(path, F_OK) == 0 else { return nil }
        let text = DurableFile.read(layout.versionFile, limit: 64) ?? ""
        if let version = Int(text.prefix { $0 != "\n" }) { return version }
        throw EmbeddedPostgresError(
            .folderUnusable,
            "\(path) is there but is no PostgreSQL data folder: \(layout.versionFile) is missing "
                + "or unreadable. Restore it from a backup, or move the folder away for a new one.")
    }

    /// Makes the cluster, if there is none.
    func makeIfMissing(_ binaries: ServerBinaries) async throws(EmbeddedPostgresError) {
        await removeUnfinished()
        guard try Self.existingVersion(layout) == nil else { return }
        logger.info("making a new database cluster", metadata: ["version": "\(binaries.version)"])
        let name = ClusterLayout.unfinishedPrefix + String(UInt64.random(in: 0...(.max)), radix: 36)
        let draft = layout.folder + "/" + name
        try ClusterFolders(layout: layout, owner: owner).makeEmpty(draft)
        do throws(EmbeddedPostgresError) {
            try await initialise(draft, binaries)
            try await setUp(draft, binaries)
        } catch {
            ClusterFolders.remove(draft)
            throw error
        }
        guard rename(draft, layout.dataFolder) == 0 else {
            throw .unusable(layout.dataFolder, "rename \(draft) to", errno: errno)
        }
        try DurableFile.syncFolder(layout.folder)
    }

    /// Ends what still works on a cluster that a killed daemon had begun, and removes it.
    private func removeUnfinished() async {
        for name in DurableFile.names(in: layout.folder)
        where name.hasPrefix(ClusterLayout.unfinishedPrefix) {
            let path = layout.folder + "/" + name
            logger.notice("removing a half-made cluster", metadata: ["folder": "\(path)"])
            let leftovers = Leftovers(mark: path, userID: owner.user.userID)
            await leftovers.kill()
            ClusterFolders.remove(path)
        }
    }

    private func initialise(
        _ draft: String, _ binaries: ServerBinaries
    ) async throws(EmbeddedPostgresError) {
        let arguments =
            [
                "-D", draft, "-U", ClusterAccess.superuser, "--auth=peer", "--encoding=UTF8",
                "--locale=\(Self.locale)", "--data-checksums",
            ] + durability.initdbArguments
        try await perform(ProgramCall(binaries.initdb, arguments), "initdb")
    }

    /// The role and the database, by the single-user server: it needs neither a client nor access
    /// rules, and ends with a checkpoint.
    private func setUp(
        _ draft: String, _ binaries: ServerBinaries
    ) async throws(EmbeddedPostgresError) {
        try DurableFile.write(
            ClusterAccess.setUpScript(durability), to: layout.setUpFile, mode: 0o600,
            group: owner.daemon.groupID)
        defer { unlink(layout.setUpFile) }
        var arguments = ["--single", "-D", draft, "-c", "exit_on_error=on"]
        arguments += durability.settings.flatMap { ["-c", "\($0.name)=\($0.value)"] }
        arguments.append("template1")
        let command = ProgramCall(binaries.postgres, arguments, input: .file(layout.setUpFile))
        try await perform(command, "the set-up of the new cluster")
    }

    private func perform(_ command: ProgramCall, _ what: String) async throws(EmbeddedPostgresError)
    {
        var command = owner.command(command)
        command.output = layout.outputFile
        let status = try await command.finish()
        guard !status.isSuccess else { return }
        let cause = ServerLog(layout: layout).lastFailure.map { ": \($0)" } ?? ""
        throw EmbeddedPostgresError(
            .initialisationFailed,
            "\(what) failed with \(status)\(cause). The whole output is in \(layout.outputFile); "
                + "nothing half-made was left.")
    }

    /// Sorting by code point and UTF-8 text; plain C on a machine without that locale.
    private static var locale: String {
        guard let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return "C" }
        freelocale(locale)
        return "C.UTF-8"
    }
}
