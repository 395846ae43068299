package import Delivery
package import Logging
package import Server

/// How the daemon is to run: every setting, read and judged.
///
/// Made by `SettingsReader` from flags, environment and file, in that order of precedence.
package struct Settings: Sendable, Equatable {
    /// The folder of the lock, the socket and the embedded database; an absolute path.
    package var state: String
    /// Where TCP is listened on; nil for nowhere.
    package var listen: ListenAddress? = .standard
    private var givenSocket: String?
    /// The database; nil for the embedded one.
    package var database: ConnectionString?
    /// The registry's time zone.
    package var timezone = RegistryZone.utc
    /// When the nightly run is due in that zone; nil for never by itself.
    package var nightly: NightlyTime? = .standard
    /// Sessions open at once.
    package var maxSessions = 1_000
    /// The program that mail is handed to; nil for no mail.
    package var sendmail: String?
    /// Who mail is from.
    package var mailFrom: MailAddress?
    /// Who gets the mail that no organisation can be sent.
    package var mailAdmin: MailAddress?
    /// The program that gets each notice; nil for none.
    package var hook: String?
    /// Seconds between two looks for what is to be delivered.
    package var deliveryInterval = 60
    package var logLevel = Logger.Level.info

    init(facts: ProcessFacts) {
        state = facts.defaultState
    }

    /// The path of the Unix socket.
    package var socket: String {
        get { givenSocket ?? runFolder + "/licentiad.sock" }
        set { givenSocket = newValue }
    }

    /// The folder in the state folder that the socket is in by default.
    var runFolder: String { state + "/run" }

    /// The listeners that these settings ask for.
    package var listeners: [Listener] {
        var all = [Listener.unix(path: socket)]
        if let listen { all.append(listen.listener) }
        return all
    }
}
