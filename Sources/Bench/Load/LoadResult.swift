import Histogram

/// How fast replies came.
struct LoadResult: Sendable {
    /// Replies in a second.
    let rate: Double
    /// Microseconds.
    let p50: Double
    let p99: Double
    let ranDry: Bool
    let replies: [Int: [UInt8]]

    init(_ tally: LoadTally, seconds: Double) {
        rate = Double(tally.answered) / seconds
        p50 = Double(tally.latencies.valueAtPercentile(50))
        p99 = Double(tally.latencies.valueAtPercentile(99))
        ranDry = tally.ranDry
        replies = tally.replies
    }
}
