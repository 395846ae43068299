/// When a server that was not there may be tried again, as a value.
///
/// The waits double after each failure up to a limit, each with some chance in it, so that many
/// who lost the same server do not come back in step.
struct Backoff {
    private var failures = 0
    private var earliest: ContinuousClock.Instant?
    private var isTrying = false

    /// Whether one may try now. While the server is not there, one does it for all.
    mutating func mayTry(now: ContinuousClock.Instant) -> Bool {
        guard let earliest else { return true }
        guard !isTrying, now >= earliest else { return false }
        isTrying = true
        return true
    }

    /// When it is worth asking again, for who may not try now.
    func nextLook(now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        let soon = now + PostgresLimits.backoffFirst
        guard let earliest, !isTrying else { return soon }
        return min(max(earliest, now), now + PostgresLimits.backoffLook)
    }

    /// - Parameter chance: from 0 to 1; makes the wait something between half and all of it.
    mutating func failed(now: ContinuousClock.Instant, chance: Double = .random(in: 0...1)) {
        let doubled = PostgresLimits.backoffFirst * (1 << min(failures, 20))
        failures += 1
        earliest = now + min(doubled, PostgresLimits.backoffLongest) * (0.5 + chance / 2)
        isTrying = false
    }

    mutating func succeeded() {
        self = Backoff()
    }

    /// The attempt was given up before it told anything.
    mutating func gaveUp() {
        isTrying = false
    }
}
