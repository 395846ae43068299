internal import Processes

/// The same as `ChildProcess.spawn` and `run`, with the errors of this room.
extension ProgramCall {
    /// Starts it.
    func start() throws(EmbeddedPostgresError) -> ChildProcess {
        do {
            return try ChildProcess.spawn(self)
        } catch {
            throw EmbeddedPostgresError(.programMissing, error.description)
        }
    }

    /// Runs it to its end.
    func finish() async throws(EmbeddedPostgresError) -> ExitStatus {
        try await start().ended()
    }
}
