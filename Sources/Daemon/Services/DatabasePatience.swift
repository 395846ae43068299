internal import Logging
internal import Postgres

/// Waits for a database that is not up yet: tries again, ever more slowly, up to a limit.
struct DatabasePatience: Sendable {
    var limit = DaemonLimits.databaseWait
    let logger: Logger

    /// Does `work`, again and again while the database cannot be reached.
    ///
    /// - Throws: `DaemonError` when the limit is over; at once whatever is not about reaching the
    ///   database, such as a schema that is newer than this binary.
    func call(_ work: @Sendable () async throws -> Void) async throws {
        let end = ContinuousClock.now + limit
        var pause = DaemonLimits.firstRetry
        var hasTold = false
        while true {
            do {
                return try await work()
            } catch let error as PostgresError where Self.mayPass(error) {
                try Task.checkCancellation()
                guard ContinuousClock.now + pause < end else { throw givenUp(error) }
                if !hasTold {
                    logger.notice("waiting for the database", metadata: ["error": "\(error)"])
                }
                hasTold = true
            }
            try await Task.sleep(for: pause)
            pause = min(pause * 2, DaemonLimits.longestRetry)
        }
    }

    /// Not there, not yet there, full, or going away.
    private static func mayPass(_ error: PostgresError) -> Bool {
        switch error.code {
        case .unavailable, .connectionLost, .poolExhausted, .timedOut: return true
        default: break
        }
        return error.sqlState.map { ["08", "53", "57"].contains($0.errorClass) } ?? false
    }

    private func givenUp(_ error: PostgresError) -> DaemonError {
        DaemonError(
            "The database could not be used within \(limit.components.seconds) seconds "
                + "(\(error)). Start it, or correct --database.")
    }
}
