import Histogram

/// What came of a session, or of all of them.
struct LoadTally: Sendable {
    /// Microseconds from the sending of a request to the last line of its reply.
    private(set) var latencies = Histogram<UInt32>(
        highestTrackableValue: 600_000_000, numberOfSignificantValueDigits: .three)
    /// Replies that came in the measured time.
    private(set) var answered = 0
    /// The replies by the place of their question, without their tags, where they are kept.
    private(set) var replies: [Int: [UInt8]] = [:]

    /// A session had nothing left to ask while it was measured.
    var ranDry = false

    mutating func count(latency microseconds: Int64) {
        answered += 1
        latencies.record(UInt64(max(1, microseconds)))
    }

    mutating func keep(_ reply: [UInt8], to question: Int) {
        replies[question] = reply
    }

    mutating func add(_ other: LoadTally) {
        latencies.add(other.latencies)
        answered += other.answered
        ranDry = ranDry || other.ranDry
        replies.merge(other.replies) { first, _ in first }
    }
}
