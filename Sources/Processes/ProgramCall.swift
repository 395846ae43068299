/// A program to be started: nothing is looked up in PATH and no shell is involved.
package struct ProgramCall: Sendable, Equatable {
    /// The absolute path of the program.
    package var executable: String

    /// The arguments, without the program's own name.
    package var arguments: [String]

    /// What is read as standard input.
    package var input: Input

    /// A file, emptied first, that takes standard output and error; dropped when nil.
    package var output: String?

    /// The whole environment of the child: nothing is inherited.
    package var environment: [String]

    package enum Input: Sendable, Equatable {
        case nothing
        /// The file at a path.
        case file(String)
        /// An open file, from where it stands.
        case descriptor(Int32)
    }

    package init(
        _ executable: String, _ arguments: [String], input: Input = .nothing,
        output: String? = nil, environment: [String] = plainEnvironment
    ) {
        self.executable = executable
        self.arguments = arguments
        self.input = input
        self.output = output
        self.environment = environment
    }

    /// Of no user, language or time zone: a PGDATA, PGOPTIONS or LC_ALL in the daemon's own
    /// environment must not change what a private cluster does.
    package static let plainEnvironment = [
        "PATH=/usr/bin:/bin", "LC_ALL=C", "TZ=UTC", "HOME=/nonexistent",
    ]

    /// Runs the program to its end.
    package func run() async throws(SpawnError) -> ExitStatus {
        let child = try ChildProcess.spawn(self)
        return await child.ended()
    }
}
