import NIOCore

/// What is to be asked, by how many sessions, and for how long.
struct LoadPlan: Sendable {
    enum Extent: Sendable {
        /// Requests drawn at random; those are counted that are answered in the measured time.
        case time(warmUp: TimeAmount, measured: TimeAmount)
        /// The same, but none twice: requests that could not be done again.
        case timeWithoutRepeats(warmUp: TimeAmount, measured: TimeAmount)
        /// Every request of the deck once, in its order.
        case once
    }

    var socket: String
    var sessions: Int
    /// Requests in flight in each session.
    var depth: Int
    var extent: Extent
    var seed: UInt64
    /// Whether the replies are kept: for comparisons, not while it is measured.
    var keepsReplies = false
    /// Threads of the client. Both cores are shared with the server.
    var threads = 1

    /// Beyond the measured time: how long the last replies, and sessions' greetings, may take.
    static let patience = TimeAmount.seconds(60)
}
