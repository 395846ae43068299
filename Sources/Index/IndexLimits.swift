/// The limits of the index in memory, in one place.
package enum IndexLimits {
    /// How far it may be behind what other daemons committed.
    package static let mostBehind: Duration = .seconds(1)
    /// How often the log is looked at: it bounds how soon another daemon's commit is known.
    package static let looking: Duration = .milliseconds(20)
    /// How long a request waits for an event to be known.
    package static let serialWait: Duration = .seconds(2)
    /// The longest wait after reading failed; the waits double up to it.
    static let longestWait: Duration = .seconds(5)
    /// People, or organisations, that are read at once.
    static let batch = 2_000
}
