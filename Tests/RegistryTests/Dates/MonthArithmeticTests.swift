import Registry
import Testing

@Suite("Months")
struct MonthArithmeticTests {
    @Test(
        "Every day of the years agrees with a calendar that counts months one by one",
        arguments: [1899, 1900, 1901, 2023, 2024, 2025, 2026, 2099, 2100])
    func agreesWithSlowCalendar(year: Int) {
        let calendar = SlowCalendar.shared
        var wrong: [String] = []
        for slow in calendar.days where slow.year == year {
            let date = CivilDate(year: slow.year, month: slow.month, day: slow.day)!
            for months in -40...60 {
                let expected = calendar.adding(months: months, to: slow).text
                let found = date.adding(months: months).description
                if found != expected { wrong.append("\(slow.text) + \(months) = \(found)") }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "The contract's own examples",
        arguments: [
            ("2024-01-31", 1, "2024-02-29"), ("2024-01-31", 2, "2024-03-31"),
            ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
        ])
    func examples(anchor: String, months: Int, result: String) {
        #expect(day(anchor).adding(months: months) == day(result))
    }

    @Test(
        "A term ends one day before the same day of a later month",
        arguments: [
            ("2026-01-01", 36, "2028-12-31"), ("2024-02-29", 12, "2025-02-27"),
            ("2024-01-31", 1, "2024-02-28"), ("2024-03-31", 1, "2024-04-29"),
        ])
    func terms(from: String, months: Int, last: String) {
        #expect(day(from).endOfTerm(months: months) == day(last))
    }
}
