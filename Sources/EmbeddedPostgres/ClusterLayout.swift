/// Where everything of an embedded cluster is, below the daemon's state folder.
///
///     STATE/postgres/lock             held while a daemon owns the cluster
///     STATE/postgres/data             what PostgreSQL calls the data directory
///     STATE/postgres/run              the Unix socket, nothing else
///     STATE/postgres/log              the server's log files
///     STATE/postgres/*.conf           settings and access rules, written anew at each start
///     STATE/postgres/local.conf       the operator's own settings, read if it is there
struct ClusterLayout: Sendable, Equatable {
    /// The port is only a part of the socket's name: nothing listens on a network.
    static let port = 5432

    /// The longest path of a Unix socket, in bytes, without its closing NUL (`sun_path`).
    static let longestSocketPath = 107

    /// The daemon's state folder, an absolute path without symbolic links.
    let stateFolder: String

    init(stateFolder: String) { self.stateFolder = stateFolder }

    var folder: String { stateFolder == "/" ? "/postgres" : stateFolder + "/postgres" }
    var lockFile: String { folder + "/lock" }
    var dataFolder: String { folder + "/data" }
    var socketFolder: String { folder + "/run" }
    var logFolder: String { folder + "/log" }
    var settingsFile: String { folder + "/postgresql.conf" }
    var accessFile: String { folder + "/pg_hba.conf" }
    var mapFile: String { folder + "/pg_ident.conf" }
    var localSettingsFile: String { folder + "/local.conf" }
    var setUpFile: String { folder + "/set-up.sql" }
    var outputFile: String { folder + "/start.log" }
    var versionFile: String { dataFolder + "/PG_VERSION" }
    var postmasterFile: String { dataFolder + "/postmaster.pid" }
    var socketFile: String { socketFolder + "/.s.PGSQL.\(Self.port)" }

    /// How the names of clusters in the making begin; they are beside `data`, so that a rename
    /// turns one into it.
    static let unfinishedPrefix = "data.new."

    /// Refuses a path that PostgreSQL or its settings files could not carry.
    ///
    /// There is no fallback folder for the socket: whoever looks for it finds it where the state
    /// is, and the daemon's own socket in the same state folder has the same limit.
    func validate() throws(EmbeddedPostgresError) {
        if stateFolder.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) {
            throw EmbeddedPostgresError(
                .folderUnusable,
                "the state folder's path holds a control character. Choose another folder.")
        }
        if stateFolder.contains(",") {
            throw EmbeddedPostgresError(
                .folderUnusable,
                "the state folder's path holds a comma, which parts host names in what clients "
                    + "of the database are given. Choose another folder.")
        }
        let excess = socketFile.utf8.count - Self.longestSocketPath
        guard excess > 0 else { return }
        throw EmbeddedPostgresError(
            .pathTooLong,
            "the database's socket \(socketFile) would have a path of \(socketFile.utf8.count) "
                + "bytes; the system allows \(Self.longestSocketPath). "
                + "Choose a state folder whose path is \(excess) bytes shorter.")
    }
}
