internal import Glibc

/// The programs of one installed PostgreSQL server.
struct ServerBinaries: Sendable, Equatable {
    /// Where Debian keeps them: a folder per major version.
    static let debianFolder = "/usr/lib/postgresql"

    /// The supported major versions, the preferred one first.
    ///
    /// A new cluster is made with 15 where it is present: it is what Debian 12 ships, and what
    /// everything is tried with.
    static let supported = [15, 17, 16, 14, 13]

    let version: Int
    let folder: String

    var initdb: String { folder + "/initdb" }
    var postgres: String { folder + "/postgres" }

    /// The programs for an existing data folder of that version, or else for a new one.
    static func find(
        existing version: Int?, under root: String = debianFolder
    ) throws(EmbeddedPostgresError) -> ServerBinaries {
        let candidates = version.map { [$0] } ?? supported
        for candidate in candidates where supported.contains(candidate) {
            let binaries = ServerBinaries(version: candidate, folder: "\(root)/\(candidate)/bin")
            if binaries.areComplete { return binaries }
        }
        throw missing(version, under: root)
    }

    private var areComplete: Bool {
        [initdb, postgres].allSatisfy { (path: String) in access(path, X_OK) == 0 }
    }

    private static func missing(_ version: Int?, under root: String) -> EmbeddedPostgresError {
        let range = "13 to 17"
        guard let version else {
            return EmbeddedPostgresError(
                .serverMissing,
                "no PostgreSQL server of version \(range) was found under \(root). "
                    + "Install one: apt-get install postgresql.")
        }
        let mend =
            supported.contains(version)
            ? "Install it: apt-get install postgresql-\(version)."
            : "Supported are \(range): move the data over with pg_dump."
        return EmbeddedPostgresError(
            .versionMissing,
            "the data folder was made by PostgreSQL \(version), which is not to be had under "
                + "\(root). \(mend)")
    }
}
