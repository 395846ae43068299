/// How long to wait before a server that ended by itself is started again, and when to give up.
struct RestartBackOff: Sendable, Equatable {
    /// Restarts in a row, without a calm period between them, before it is given up: about an hour
    /// of them, in which somebody can make room on a full disk.
    static let limit = 360

    /// A server that ran this long has recovered: the count begins anew.
    static let calm: Duration = .seconds(60)

    /// The first wait; each next one is twice as long.
    static let firstDelay: Duration = .milliseconds(100)

    /// The longest wait.
    static let longestDelay: Duration = .seconds(10)

    private(set) var restarts = 0

    /// The wait before the next start of a server that ran for that long; nil to give up.
    mutating func delay(afterRunning time: Duration) -> Duration? {
        if time >= Self.calm { restarts = 0 }
        guard restarts < Self.limit else { return nil }
        var delay = Self.firstDelay
        for _ in 0..<restarts { delay = min(delay * 2, Self.longestDelay) }
        restarts += 1
        return delay
    }
}
