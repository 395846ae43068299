/// A program to be started: nothing is looked up in PATH and no shell is involved.
struct Command: Sendable, Equatable {
    /// The absolute path of the program.
    var executable: String

    /// The arguments, without the program's own name.
    var arguments: [String]

    /// A file to be read as standard input; nothing is read when nil.
    var input: String?

    /// A file, emptied first, that takes standard output and error; dropped when nil.
    var output: String?

    init(_ executable: String, _ arguments: [String], input: String? = nil, output: String? = nil) {
        self.executable = executable
        self.arguments = arguments
        self.input = input
        self.output = output
    }

    /// The whole environment of a child.
    ///
    /// Nothing is inherited: a PGDATA, PGOPTIONS or LC_ALL in the daemon's own environment must not
    /// change what a private cluster does.
    static let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C", "TZ=UTC", "HOME=/nonexistent"]

    /// Runs the program to its end.
    func run() async throws(EmbeddedPostgresError) -> ExitStatus {
        let child = try ChildProcess.spawn(self)
        return await child.ended()
    }
}
