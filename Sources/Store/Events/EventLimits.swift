/// The limits of following, sealing and auditing events, in one place.
package enum EventLimits {
    /// Events in one block: so many that a registry of millions has few blocks, so few that one is
    /// read at once.
    package static let inBlock = 1_000
    /// Events read at once by a follower or an audit.
    package static let inPage = 1_000
    /// How often unsealed events are looked for. What is not sealed yet is only guarded by its own
    /// digest, so not for long.
    package static let sealing: Duration = .seconds(1)
    /// The longest wait after sealing failed; the waits double up to it.
    package static let longestSealingWait: Duration = .seconds(60)
    /// How often a watcher looks for new events.
    package static let watching: Duration = .milliseconds(200)
    /// How far behind the newest event a watch may begin: who is further behind reads anew.
    package static let mostBehind: Int64 = 1_000_000
    /// Breaches that an audit names; it counts the others.
    package static let breachesNamed = 1_000
    /// Events between two lines of progress of an audit.
    package static let progress = 100_000
}
