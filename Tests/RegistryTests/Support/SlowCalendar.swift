/// A calendar that knows nothing but how to go from one day to the next and from one month to the
/// next: the judge of the fast one.
struct SlowCalendar {
    struct Day: Hashable {
        var year: Int
        var month: Int
        var day: Int

        var text: String {
            let names = [year, month, day].map(String.init)
            let year = String(repeating: "0", count: 4 - names[0].count) + names[0]
            return ([year] + names.dropFirst().map { $0.count < 2 ? "0" + $0 : $0 })
                .joined(separator: "-")
        }
    }

    /// Every day from 1895-01-01 through 2105-12-31.
    let days: [Day]
    private let places: [Day: Int]

    static let shared = SlowCalendar()

    /// The number of 1895-01-01 counted from 1970-01-01: 75 years, of which 18 had a leap day
    /// (1896 to 1968 every four years is 19, less 1900).
    static let firstNumber = -(75 * 365 + 18)

    private init() {
        var days: [Day] = []
        var day = Day(year: 1895, month: 1, day: 1)
        while day.year < 2106 {
            days.append(day)
            day = Self.following(day)
        }
        self.days = days
        places = Dictionary(uniqueKeysWithValues: zip(days, days.indices))
    }

    func number(of day: Day) -> Int { Self.firstNumber + places[day]! }

    func day(numbered number: Int) -> Day { days[number - Self.firstNumber] }

    /// The month is counted on one by one; a day that the month lacks is its last.
    func adding(months: Int, to day: Day) -> Day {
        var (year, month) = (day.year, day.month)
        for _ in 0..<abs(months) {
            month += months < 0 ? -1 : 1
            if month == 0 { (year, month) = (year - 1, 12) }
            if month == 13 { (year, month) = (year + 1, 1) }
        }
        var result = Day(year: year, month: month, day: day.day)
        while result.day > Self.length(result) { result.day -= 1 }
        return result
    }

    private static func following(_ day: Day) -> Day {
        var next = day
        next.day += 1
        if next.day > length(day) { (next.day, next.month) = (1, day.month + 1) }
        if next.month > 12 { (next.month, next.year) = (1, day.year + 1) }
        return next
    }

    private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    private static let leapYears = Set(stride(from: 1896, to: 2106, by: 4))
        .subtracting([1900, 2100])

    private static func length(_ day: Day) -> Int {
        return day.month == 2 && leapYears.contains(day.year) ? 29 : lengths[day.month - 1]
    }
}
