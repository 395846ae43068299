package import Index
package import Nightly
package import Registry
package import Store

/// What commands need besides facts: the store, the nightly run, the clock and the daemon's name.
package struct Surroundings: Sendable {
    package let store: Store
    package let nightly: NightlyRun
    /// What decides checks, in memory.
    package let index: RegistryIndex
    /// The civil date in the registry's time zone, now.
    package let today: @Sendable () -> CivilDate
    package let version: String
    /// The IANA name of the registry's time zone.
    package let timezone: String
    /// Whether the database is the daemon's own.
    package let databaseIsEmbedded: Bool
    /// How many sessions are open.
    package let sessions: @Sendable () -> Int
    /// The daemon's log-ins, which slow guessing.
    package let logIns: LogInAttempts
    /// From where the client came, without what differs from session to session.
    package let place: String
    /// By what the session may say who it is.
    package let auth: [String]

    package init(
        store: Store, nightly: NightlyRun, index: RegistryIndex = RegistryIndex(),
        today: @escaping @Sendable () -> CivilDate,
        version: String, timezone: String, databaseIsEmbedded: Bool = true,
        sessions: @escaping @Sendable () -> Int,
        logIns: LogInAttempts = LogInAttempts(), place: String = "unix",
        auth: [String] = ["external"]
    ) {
        self.store = store
        self.nightly = nightly
        self.index = index
        self.today = today
        self.version = version
        self.timezone = timezone
        self.databaseIsEmbedded = databaseIsEmbedded
        self.sessions = sessions
        self.logIns = logIns
        self.place = place
        self.auth = auth
    }
}
