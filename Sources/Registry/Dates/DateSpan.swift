/// The days from `from` to `until`, both inclusive; without an `until` it has no end.
///
/// A span whose `until` lies before its `from` holds no day at all.
package struct DateSpan: Hashable, Sendable {
    package var from: CivilDate
    package var until: CivilDate?

    package init(from: CivilDate, until: CivilDate?) {
        self.from = from
        self.until = until
    }

    package func contains(_ date: CivilDate) -> Bool {
        from <= date && !endsBefore(date)
    }

    package func endsBefore(_ date: CivilDate) -> Bool {
        until.map { $0 < date } ?? false
    }

    package func overlaps(_ other: DateSpan) -> Bool {
        !isEmpty && !other.isEmpty && !endsBefore(other.from) && !other.endsBefore(from)
    }

    /// The days that both spans hold, or nil where there are none.
    package func intersection(_ other: DateSpan) -> DateSpan? {
        guard overlaps(other) else { return nil }
        let ends = [until, other.until].compactMap { $0 }
        return DateSpan(from: max(from, other.from), until: ends.min())
    }

    package var isEmpty: Bool { endsBefore(from) }
}

/// A fact that holds only on some days, such as a policy row.
package protocol Effective {
    /// The days on which it is in effect.
    var effective: DateSpan { get }
}

extension Sequence where Element: Effective {
    /// Those that are in effect on `date`.
    package func inEffect(on date: CivilDate) -> [Element] {
        filter { $0.effective.contains(date) }
    }
}
