/// How the server is set: a settings file that the operator can add to, and a command line that
/// nobody can override.
struct ClusterSettings: Sendable {
    /// Sessions of the database at the same time; the daemon's pools stay far below it.
    static let connectionLimit = 100

    /// A log file is closed at this size, in megabytes.
    static let logFileMegabytes = 8

    let layout: ClusterLayout
    let durability: Durability
    let tag: ClusterTag

    /// The settings file, with the reason for each that is not plain.
    ///
    /// `terse` keeps DETAIL and CONTEXT lines, which quote the values of rows, out of the log, and
    /// `panic` keeps the statements themselves out of it. JIT costs more than it gains on
    /// statements of milliseconds.
    var file: String {
        """
        # Written anew by licentiad at each start. Put your own settings into local.conf beside it.
        max_connections = \(Self.connectionLimit)
        shared_buffers = '128MB'
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        logging_collector = on
        log_directory = '\(Self.quoted(layout.logFolder))'
        log_filename = '\(ServerLog.fileNamePattern)'
        log_file_mode = 0600
        log_rotation_size = '\(Self.logFileMegabytes)MB'
        log_rotation_age = 0
        log_line_prefix = '%m [%p] '
        log_error_verbosity = terse
        log_min_error_statement = panic
        include_if_exists = '\(Self.quoted(layout.localSettingsFile))'

        """
    }

    /// The arguments of `postgres`.
    var arguments: [String] {
        var settings = [
            ("config_file", layout.settingsFile),
            ("hba_file", layout.accessFile),
            ("ident_file", layout.mapFile),
            ("listen_addresses", ""),
            ("port", "\(ClusterLayout.port)"),
            ("unix_socket_directories", Self.listItem(layout.socketFolder)),
            ("unix_socket_permissions", "0700"),
            ("cluster_name", tag.text),
        ]
        settings += durability.settings.map { ($0.name, $0.value) }
        return ["-D", layout.dataFolder] + settings.flatMap { ["-c", "\($0.0)=\($0.1)"] }
    }

    /// For a settings file, where a quote is doubled and a backslash escapes.
    private static func quoted(_ text: String) -> String {
        var result = ""
        for character in text {
            if character == "'" || character == "\\" { result.append(character) }
            result.append(character)
        }
        return result
    }

    /// For a list of folders, whose items are parted by commas unless they are quoted.
    private static func listItem(_ path: String) -> String {
        "\"" + path.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}
