internal import EmbeddedPostgres
internal import FoundationEssentials
internal import Glibc
internal import Logging

/// A test folder whose process was killed before it could tidy up.
struct AbandonedCluster {
    let folder: String

    /// Ends the servers of all such folders and removes them.
    static func removeAll(logger: Logger) async {
        for abandoned in findAll() {
            logger.notice(
                "removing what a killed test left", metadata: ["folder": "\(abandoned.folder)"])
            await abandoned.remove(logger: logger)
        }
    }

    /// Those of this user whose process, named by the folder, lives no more.
    static func findAll() -> [AbandonedCluster] {
        let parent = TestCluster.parentFolder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        return names.compactMap { name in
            guard name.hasPrefix(TestCluster.folderPrefix),
                let process = Int32(name.dropFirst(TestCluster.folderPrefix.count)), process > 0,
                kill(process, 0) != 0, errno == ESRCH, isOurs("\(parent)/\(name)")
            else { return nil }
            return AbandonedCluster(folder: "\(parent)/\(name)")
        }
    }

    /// Two test processes may come upon the same folder: whoever gets its lock removes it.
    private func remove(logger: Logger) async {
        let cluster = EmbeddedCluster(folder: folder, durability: .forTestsOnly, logger: logger)
        do {
            try await cluster.discardLeftovers()
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            logger.notice("it stays for now", metadata: ["reason": "\(error)"])
        }
    }

    private static func isOurs(_ path: String) -> Bool {
        var information = stat()
        return lstat(path, &information) == 0 && information.st_uid == geteuid()
            && information.st_mode & S_IFMT == S_IFDIR
    }
}
