/// How long an answer to a log-in is held back after others that failed: longer each time, for the
/// same name from the same place, and a little for all from there. A value; it looks at no clock.
package struct LogInDelays: Sendable {
    /// How often a name may fail before its next answer is held back.
    package static let freeTries = 3
    /// The same for a place, from which many people may come.
    package static let freeTriesOfPlace = 20
    /// The first delay; each further failure doubles it.
    package static let first: Duration = .milliseconds(250)
    package static let longest: Duration = .seconds(8)
    package static let longestOfPlace: Duration = .seconds(1)
    /// After so long without a try everything is forgotten.
    package static let memory: Duration = .seconds(900)
    /// How many names and places are remembered; then those unused for longest are forgotten.
    package static let mostRemembered = 10_000

    private struct Key: Hashable {
        var place: String
        /// Nil: the place as a whole.
        var name: String?
    }

    private struct Count {
        var failures = 0
        var last: ContinuousClock.Instant
    }

    private var counts: [Key: Count] = [:]

    package init() {}

    /// How much is remembered.
    package var count: Int { counts.count }

    /// Counts a try as failed until `succeed` says otherwise, so that many at once are slowed like
    /// many in a row; gives for how long its answer is to be held back.
    package mutating func begin(
        _ name: String, from place: String, at now: ContinuousClock.Instant
    ) -> Duration {
        forget(before: now - Self.memory)
        let own = count(Key(place: place, name: name), now)
        let all = count(Key(place: place), now)
        return max(
            Self.delay(after: own - Self.freeTries, longest: Self.longest),
            Self.delay(after: all - Self.freeTriesOfPlace, longest: Self.longestOfPlace))
    }

    /// The name's tries from there are forgotten, and this one is none of the place's failures.
    package mutating func succeed(_ name: String, from place: String) {
        counts[Key(place: place, name: name)] = nil
        let whole = Key(place: place)
        counts[whole]?.failures -= 1
    }

    /// Counts one more; gives how many there were before.
    private mutating func count(_ key: Key, _ now: ContinuousClock.Instant) -> Int {
        var count = counts[key] ?? Count(last: now)
        if now - count.last > Self.memory { count.failures = 0 }
        defer {
            count.failures += 1
            count.last = now
            counts[key] = count
        }
        return max(0, count.failures)
    }

    private static func delay(after excess: Int, longest: Duration) -> Duration {
        guard excess >= 0 else { return .zero }
        return min(longest, first * (1 << min(excess, 10)))
    }

    /// Only where there is much: it looks at everything.
    private mutating func forget(before old: ContinuousClock.Instant) {
        guard counts.count >= Self.mostRemembered else { return }
        counts = counts.filter { $0.value.last > old }
        guard counts.count >= Self.mostRemembered else { return }
        let byAge = counts.sorted { $0.value.last < $1.value.last }
        for (key, _) in byAge.prefix(Self.mostRemembered / 2) { counts[key] = nil }
    }
}
