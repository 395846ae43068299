/// What a cluster promises about acknowledged writes.
package enum Durability: Sendable, Equatable {
    /// An acknowledged commit is on the disk: the only choice for real data.
    case durable

    /// Commits may be lost, and the cluster may be beyond repair, when the machine stops. Faster,
    /// and for clusters of a test process only. Its role may also create databases.
    case forTestsOnly

    /// Settings given on the server's command line, which no settings file can override.
    var settings: [(name: String, value: String)] {
        let value = self == .durable ? "on" : "off"
        return ["fsync", "synchronous_commit", "full_page_writes"].map { ($0, value) }
    }

    /// Arguments of `initdb`, which syncs what it has made unless told otherwise.
    var initdbArguments: [String] { self == .durable ? [] : ["--no-sync"] }

    /// Attributes of the role that the daemon uses.
    var roleAttributes: String { self == .durable ? "LOGIN" : "LOGIN CREATEDB" }
}
