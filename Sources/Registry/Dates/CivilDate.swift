/// A day of the civil (proleptic Gregorian) calendar, without a time and without a zone.
///
/// The range is 0001-01-01 through 9999-12-31; whatever would leave it is clamped to its ends, so
/// that no arithmetic on input can trap. The domain never asks a clock: "today" is always an
/// argument.
///
///     CivilDate("2024-01-31")?.adding(months: 1)  // 2024-02-29
package struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, negative before it.
    package let dayNumber: Int32

    /// The first day that can be expressed, 0001-01-01.
    package static let first = CivilDate(unchecked: -719_162)
    /// The last day that can be expressed, 9999-12-31.
    package static let last = CivilDate(unchecked: 2_932_896)

    private init(unchecked dayNumber: Int32) {
        self.dayNumber = dayNumber
    }

    /// The day so many days after 1970-01-01, clamped to the range of the calendar.
    package init(dayNumber: Int32) {
        self.init(
            unchecked: min(max(dayNumber, Self.first.dayNumber), Self.last.dayNumber))
    }

    /// The day of this name, or nil where there is none, such as 2023-02-29.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        self.init(unchecked: Int32(Self.dayNumber(year: year, month: month, day: day)))
    }

    /// This day so many days later (earlier where negative), clamped to the calendar's range.
    package func adding(days: Int) -> CivilDate {
        let sum = Int(dayNumber).addingReportingOverflow(days)
        if sum.overflow { return days < 0 ? Self.first : Self.last }
        return CivilDate(dayNumber: Int32(clamping: sum.partialValue))
    }

    /// Days from `earlier` to this day: 0 for the same day, negative where `earlier` is later.
    package func days(since earlier: CivilDate) -> Int {
        Int(dayNumber) - Int(earlier.dayNumber)
    }

    package var previous: CivilDate { adding(days: -1) }
    package var next: CivilDate { adding(days: 1) }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.dayNumber < right.dayNumber
    }
}
