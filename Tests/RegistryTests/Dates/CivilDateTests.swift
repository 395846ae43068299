import Registry
import Testing

@Suite("Civil dates")
struct CivilDateTests {
    @Test("Number and name agree over two centuries")
    func agreesWithSlowCalendar() {
        var wrong: [String] = []
        for (place, slow) in SlowCalendar.shared.days.enumerated() {
            let number = SlowCalendar.firstNumber + place
            let date = CivilDate(dayNumber: Int32(number))
            let named = CivilDate(year: slow.year, month: slow.month, day: slow.day)
            if date.description != slow.text || named != date || CivilDate(slow.text) != date {
                wrong.append(slow.text)
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("Every 13th day of the whole calendar survives its own name")
    func roundTrip() {
        var wrong: [Int32] = []
        let range = CivilDate.first.dayNumber...CivilDate.last.dayNumber
        for number in stride(from: range.lowerBound, through: range.upperBound, by: 13) {
            let date = CivilDate(dayNumber: number)
            if date.dayNumber != number || CivilDate(date.description) != date {
                wrong.append(number)
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "The ends of the calendar",
        arguments: [
            ("0001-01-01", CivilDate.first), ("9999-12-31", CivilDate.last),
            ("1970-01-01", CivilDate(dayNumber: 0)), ("2000-03-01", CivilDate(dayNumber: 11_017)),
        ])
    func landmarks(text: String, date: CivilDate) {
        #expect(date.description == text)
        #expect(CivilDate(text) == date)
    }

    @Test(
        "What is no date is refused",
        arguments: [
            "2023-02-29", "1900-02-29", "2100-02-29", "2024-02-30", "2024-04-31", "2024-13-01",
            "2024-00-10", "2024-01-00", "0000-01-01", "2024-1-01", "2024-01-1", "24-01-01",
            "2024-01-011", "+024-01-01", "-024-01-01", "2024/01/01", "20240101", "2024-01-0x", "",
            " 2024-01-01", "2024-01-01 ", "２０２４-01-01", "10000-01-01", "today",
        ])
    func refused(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test("Leap days that exist are read", arguments: ["2024-02-29", "2000-02-29", "1600-02-29"])
    func leapDays(text: String) {
        #expect(CivilDate(text)?.description == text)
    }

    @Test("No arithmetic leaves the calendar or traps")
    func clamped() {
        #expect(CivilDate.last.next == .last)
        #expect(CivilDate.first.previous == .first)
        #expect(CivilDate.first.adding(days: .max) == .last)
        #expect(CivilDate.last.adding(days: .min) == .first)
        #expect(CivilDate.first.adding(days: .min) == .first)
        #expect(CivilDate.last.adding(months: .max) == .last)
        #expect(CivilDate.last.adding(months: .min) == .first)
        #expect(CivilDate(dayNumber: .max) == .last)
        #expect(CivilDate(dayNumber: .min) == .first)
        #expect(CivilDate(year: .max, month: .min, day: .max) == nil)
    }

    @Test("Days between two dates")
    func difference() {
        #expect(day("2024-03-01").days(since: day("2024-02-28")) == 2)
        #expect(day("2023-03-01").days(since: day("2023-02-28")) == 1)
        #expect(day("2024-01-01").days(since: day("2024-01-02")) == -1)
    }
}
