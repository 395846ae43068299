/// A length of training in half days: 9 is four days and a half.
package struct HalfDays: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// From 0 to `most`.
    package let count: Int

    /// A thousand days, far more than any training.
    package static let most = 2_000

    /// Nil below 0 or above `most`.
    package init?(_ count: Int) {
        guard (0...Self.most).contains(count) else { return nil }
        self.count = count
    }

    /// Reads `4`, `4.0` or `4.5`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...4).contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let whole = Int(parts[0]), parts.count == 1 || ["0", "5"].contains(parts[1])
        else { return nil }
        self.init(whole * 2 + (parts.count == 2 && parts[1] == "5" ? 1 : 0))
    }

    /// The calendar days from the first to the last of `span`, both counted, within the limit.
    package init(calendarDaysFrom first: CivilDate, to last: CivilDate) {
        count = min(max(0, last.days(since: first) + 1) * 2, Self.most)
    }

    package var description: String {
        count.isMultiple(of: 2) ? "\(count / 2)" : "\(count / 2).5"
    }

    package static func < (left: Self, right: Self) -> Bool { left.count < right.count }
}
