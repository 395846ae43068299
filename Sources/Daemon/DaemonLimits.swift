/// Every limit of the composition; those of a room are in the room.
package enum DaemonLimits {
    /// Connections to the database for transactions. More would only queue inside PostgreSQL, whose
    /// own default is a hundred for everyone.
    package static let connections = 24
    /// Connections that single statements share: two saturate a small machine.
    package static let lanes = 2
    /// How long a start waits for a database that is not up yet.
    package static let databaseWait: Duration = .seconds(60)
    /// The first wait before the database is tried again; doubled after each failure.
    package static let firstRetry: Duration = .milliseconds(100)
    /// The longest wait before the database is tried again.
    package static let longestRetry: Duration = .seconds(2)
    /// How long an orderly end may take, all rooms together: requests under way 10 s, the pool, and
    /// the database's own checkpoint 30 s. The unit file's `TimeoutStopSec` must be longer.
    package static let shutdown: Duration = .seconds(60)
    /// Bytes of a settings file.
    package static let settingsFileBytes = 65_536
    /// Sessions that `--max-sessions` may allow.
    package static let maxSessions = 1...100_000
    /// Seconds that `--delivery-interval` may be.
    package static let deliveryInterval = 1...86_400
    /// Descriptors beside those of sessions: listeners, pool, files, pipes.
    package static let spareDescriptors = 256
}
