package import Foundation
package import Registry

/// When the nightly run is due: once a civil day, at a wall time of a zone.
///
/// Where the clocks go forward over the time, it is the first moment after the gap; where they go
/// back and the time comes twice, it is the first of the two.
package struct NightlySchedule: Sendable, Equatable {
    package let hour: Int
    package let minute: Int
    package let zone: TimeZone

    /// - Parameters: `hour` 0–23, `minute` 0–59; nil for anything else.
    package init?(hour: Int, minute: Int, zone: TimeZone) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        self.hour = hour
        self.minute = minute
        self.zone = zone
    }

    /// Reads `HH:MM`, such as `02:15`.
    package init?(_ text: String, zone: TimeZone) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.allSatisfy(\.isWholeNumber) }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute, zone: zone)
    }

    /// The moment at which it is due on a civil day.
    package func moment(on date: CivilDate) -> Date {
        let wall = Int(date.dayNumber) * CivilDate.secondsPerDay + hour * 3_600 + minute * 60
        // No zone is a day off UTC, so these two moments lie on either side of the wall time.
        let before = offset(at: wall - CivilDate.secondsPerDay)
        let after = offset(at: wall + CivilDate.secondsPerDay)
        let candidates = [wall - before, wall - after].filter { offset(at: $0) == wall - $0 }
        let second = candidates.min() ?? change(between: wall - after, and: wall - before)
        return Date(timeIntervalSince1970: Double(second))
    }

    /// The next moment after `moment` at which it is due.
    package func next(after moment: Date) -> Date {
        let today = CivilDate(at: moment, in: zone)
        let near = (-1...Self.daysToLook).map { self.moment(on: today.adding(days: $0)) }
        return near.filter { $0 > moment }.min() ?? .distantFuture
    }

    /// The latest moment up to and including `moment` at which it was due.
    package func latest(upTo moment: Date) -> Date {
        let today = CivilDate(at: moment, in: zone)
        let near = (-Self.daysToLook...1).map { self.moment(on: today.adding(days: $0)) }
        return near.filter { $0 <= moment }.max() ?? .distantPast
    }

    /// How many days to look ahead and back: a zone that crosses the date line skips one.
    private static let daysToLook = 3

    private func offset(at second: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    }

    /// The first second after `low` on which the offset is another one; it is so on `high`.
    private func change(between low: Int, and high: Int) -> Int {
        var (low, high) = (min(low, high), max(low, high))
        let old = offset(at: low)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if offset(at: middle) == old { low = middle } else { high = middle }
        }
        return high
    }
}
