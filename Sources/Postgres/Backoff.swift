/// Waits between attempts: doubled after each failure up to a limit, each with some chance in it,
/// so that many who lost the same server do not come back in step.
struct Backoff {
    private var failures = 0

    /// The next wait: between half and all of the doubled one.
    mutating func next() -> Duration {
        let doubled = PostgresLimits.backoffFirst * (1 << min(failures, 20))
        failures += 1
        return min(doubled, PostgresLimits.backoffLongest) * Double.random(in: 0.5...1)
    }
}
