/// Who may connect to the cluster: the text of `pg_hba.conf` and `pg_ident.conf`.
struct ClusterAccess: Sendable, Equatable {
    /// The role that owns the database and that the daemon uses. Not a superuser.
    static let role = "licentia"

    /// The database.
    static let database = "licentia"

    /// The superuser that `initdb` makes, for maintenance by hand.
    static let superuser = "postgres"

    /// The name of the map between accounts of the machine and roles.
    static let map = "licentia"

    /// The account that the server runs as.
    let owner: SystemUser

    /// The account that the daemon runs as.
    let daemon: SystemUser

    /// One line: over the socket, by the kernel's word on who is there. No password, no network.
    var hostRules: String {
        """
        # Written anew by licentiad at each start: changes here are lost.
        local all all peer map=\(Self.map)

        """
    }

    /// The daemon's user, the server's user and root may act as both roles.
    ///
    /// The superuser is no wider door: these three can read and write the data files as it is.
    var userMap: String {
        var names: [String] = []
        for name in [daemon.name, owner.name, "root"] where !names.contains(name) {
            names.append(name)
        }
        let rows = names.flatMap { name in
            [Self.role, Self.superuser].map { "\(Self.map) \(Self.quoted(name)) \($0)" }
        }
        return "# Written anew by licentiad at each start: changes here are lost.\n"
            + rows.joined(separator: "\n") + "\n"
    }

    /// What `postgres --single` reads once, one statement a line, when the cluster is made.
    static func setUpScript(_ durability: Durability) -> String {
        """
        CREATE ROLE \(role) \(durability.roleAttributes);
        CREATE DATABASE \(database) OWNER \(role);

        """
    }

    /// What libpq needs to connect; the values are quoted as its connection strings want it.
    static func connectionString(_ layout: ClusterLayout) -> String {
        var host = ""
        for character in layout.socketFolder {
            if character == "'" || character == "\\" { host.append("\\") }
            host.append(character)
        }
        return "host='\(host)' port=\(ClusterLayout.port) user=\(role) dbname=\(database)"
    }

    private static func quoted(_ name: String) -> String { "\"\(name)\"" }
}
