internal import Glibc

/// What marks every process of a cluster, so that they are found again after a crash.
///
/// PostgreSQL shows its `cluster_name` in the title of each of its processes. The name is made of
/// the data folder's device and inode: it stays when the folder is moved, and a copy of the folder
/// has another. The closing bracket keeps one tag from being the beginning of another.
struct ClusterTag: Sendable, Equatable {
    let text: String

    init(device: UInt64, inode: UInt64) {
        text = "licentia(\(String(device, radix: 16))-\(String(inode, radix: 16)))"
    }

    init(dataFolder: String) throws(EmbeddedPostgresError) {
        var information = stat()
        guard stat(dataFolder, &information) == 0 else {
            throw .unusable(dataFolder, "look at", errno: errno)
        }
        self.init(device: UInt64(information.st_dev), inode: UInt64(information.st_ino))
    }
}
