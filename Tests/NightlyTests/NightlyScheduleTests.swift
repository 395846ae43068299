import Foundation
import Nightly
import Registry
import Testing

@Suite struct NightlyScheduleTests {
    private static func moment(_ text: String) -> Date {
        try! Date(text, strategy: .iso8601)
    }

    /// Zone, wall time, civil day and the moment in UTC.
    @Test(arguments: [
        ("UTC", "02:15", "2026-03-29", "2026-03-29T02:15:00Z"),
        ("UTC", "00:00", "2026-01-01", "2026-01-01T00:00:00Z"),
        ("Europe/Dublin", "02:15", "2026-01-15", "2026-01-15T02:15:00Z"),
        ("Europe/Dublin", "02:15", "2026-07-15", "2026-07-15T01:15:00Z"),
        // 01:00 to 02:00 does not exist on the day; 01:30 is the first moment after it.
        ("Europe/Dublin", "01:30", "2026-03-29", "2026-03-29T01:00:00Z"),
        ("Europe/Dublin", "02:15", "2026-03-29", "2026-03-29T01:15:00Z"),
        // 01:00 to 02:00 comes twice: the first of the two.
        ("Europe/Dublin", "01:30", "2026-10-25", "2026-10-25T00:30:00Z"),
        ("Europe/Dublin", "02:15", "2026-10-25", "2026-10-25T02:15:00Z"),
        ("America/New_York", "02:15", "2026-03-08", "2026-03-08T07:00:00Z"),
        ("America/New_York", "03:00", "2026-03-08", "2026-03-08T07:00:00Z"),
        ("America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30:00Z"),
        ("America/New_York", "02:15", "2026-11-01", "2026-11-01T07:15:00Z"),
        // Half an hour only: 02:00 to 02:30 is missing in October, 01:30 to 02:00 twice in April.
        ("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:30:00Z"),
        ("Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45:00Z"),
        ("Australia/Lord_Howe", "02:15", "2026-04-05", "2026-04-04T15:45:00Z"),
        // A day that never was: the moment at which it would have ended.
        ("Pacific/Apia", "02:15", "2011-12-30", "2011-12-30T10:00:00Z"),
        ("Pacific/Kiritimati", "23:59", "2026-06-01", "2026-06-01T09:59:00Z"),
    ])
    func isDueAtTheWallTime(zone: String, time: String, date: String, moment: String) throws {
        let zone = try #require(TimeZone(identifier: zone))
        let schedule = try #require(NightlySchedule(time, zone: zone))
        #expect(schedule.moment(on: day(date)) == Self.moment(moment))
    }

    @Test(arguments: ["UTC", "Europe/Dublin", "America/New_York", "Australia/Lord_Howe"])
    func isDueOnceEachDayOfTwoYears(zone: String) throws {
        let zone = try #require(TimeZone(identifier: zone))
        for time in ["00:00", "01:30", "02:00", "02:15", "03:00", "23:59"] {
            let schedule = try #require(NightlySchedule(time, zone: zone))
            var moment = schedule.moment(on: day("2025-12-31"))
            for date in days("2026-01-01", "2027-12-31") {
                let next = schedule.next(after: moment)
                #expect(CivilDate(at: next, in: zone) == date)
                #expect(next == schedule.moment(on: date))
                #expect(schedule.latest(upTo: next) == next)
                #expect(schedule.latest(upTo: next.addingTimeInterval(-1)) == moment)
                moment = next
            }
        }
    }

    @Test(arguments: ["2:15", "24:00", "02:60", "0215", "", "02:15:00", "-1:15", "02: 5", "٠٢:١٥"])
    func refusesWhatIsNoTime(text: String) {
        #expect(NightlySchedule(text, zone: .gmt) == nil)
    }

    @Test(arguments: [
        ("UTC", "2026-03-01T00:00:00Z", "2026-03-01"),
        ("UTC", "2026-02-28T23:59:59Z", "2026-02-28"),
        ("America/New_York", "2026-03-01T04:59:59Z", "2026-02-28"),
        ("Pacific/Kiritimati", "2026-02-28T10:00:00Z", "2026-03-01"),
        ("UTC", "1969-12-31T23:59:59Z", "1969-12-31"),
    ])
    func todayIsTheCivilDateInTheZone(zone: String, moment: String, date: String) throws {
        let zone = try #require(TimeZone(identifier: zone))
        #expect(CivilDate(at: Self.moment(moment), in: zone) == day(date))
    }
}
