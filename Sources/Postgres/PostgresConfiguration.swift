/// Where the database is and how to be known there.
package struct PostgresConfiguration: Sendable {
    /// Any string libpq takes: `host=/run/x dbname=y`, `postgresql://…`, several hosts, TLS.
    package var connectionString: String
    /// Shown in `pg_stat_activity`, unless the string names another.
    package var applicationName: String
    /// Seconds for each host, unless the string says otherwise.
    package var connectTimeoutSeconds: Int
    /// What no call waits longer for, unless it says so.
    package var timeouts: PostgresTimeouts

    package init(
        connectionString: String, applicationName: String = "licentia",
        connectTimeoutSeconds: Int = PostgresLimits.connectTimeoutSeconds,
        timeouts: PostgresTimeouts = PostgresTimeouts()
    ) {
        self.connectionString = connectionString
        self.applicationName = applicationName
        self.connectTimeoutSeconds = connectTimeoutSeconds
        self.timeouts = timeouts
    }

    /// Keywords for `PQconnectdbParams`, in order: those before `dbname` give way to the string,
    /// those after it do not.
    var keywords: [(String, String)] {
        [
            ("fallback_application_name", applicationName),
            ("connect_timeout", String(connectTimeoutSeconds)),
            // A host that vanished without a word is noticed after a minute and a half.
            ("keepalives_idle", "60"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "90000"),
            // The registry's statements are short: compiling one costs a hundred times its run.
            ("options", "-c jit=off \(timeouts.options)"),
            ("dbname", connectionString),
            ("client_encoding", "UTF8"),
        ]
    }
}
