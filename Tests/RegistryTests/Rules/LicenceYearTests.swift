import Registry
import Testing

@Suite("Licence years and their reports")
struct LicenceYearTests {
    @Test(
        "The licence year of a day",
        arguments: [
            ("2026-04-01", "2026-04-01", "2027-03-31"), ("2027-03-31", "2026-04-01", "2027-03-31"),
            ("2027-04-01", "2027-04-01", "2028-03-31"), ("2028-06-30", "2028-04-01", "2028-06-30"),
            ("2026-03-31", "2026-04-01", "2027-03-31"), ("2031-01-01", "2028-04-01", "2028-06-30"),
        ])
    func licenceYear(on: String, from: String, until: String) {
        let licence = Licence.sample(term: span("2026-04-01", "2028-06-30"))
        #expect(licence.licenceYear(containing: day(on)) == span(from, until))
    }

    @Test(
        "Years from a leap day begin at the end of February",
        arguments: [
            ("2025-02-27", "2024-02-29", "2025-02-27"), ("2025-02-28", "2025-02-28", "2026-02-27"),
            ("2028-02-28", "2027-02-28", "2028-02-28"), ("2028-02-29", "2028-02-29", "2029-02-27"),
        ])
    func leapDay(on: String, from: String, until: String) {
        let licence = Licence.sample(term: span("2024-02-29"))
        #expect(licence.licenceYear(containing: day(on)) == span(from, until))
    }

    @Test("Every day of an open licence lies in its licence year")
    func everyDay() {
        let licence = Licence.sample(term: span("2023-12-30"))
        var wrong: [CivilDate] = []
        for number in 0..<2_000 {
            let date = licence.term.from.adding(days: number)
            if !licence.licenceYear(containing: date).contains(date) { wrong.append(date) }
        }
        #expect(wrong.isEmpty)
        #expect(licence.licenceYear(containing: .last).contains(.last))
    }

    @Test(
        "A report is due on the day after its year ends",
        arguments: [
            ("2027-03-31", 0), ("2027-04-01", 1), ("2028-04-01", 2), ("2028-06-30", 2),
            ("2028-07-01", 3), ("2040-01-01", 3),
        ])
    func due(on: String, count: Int) {
        let licence = Licence.sample(term: span("2026-04-01", "2028-06-30"))
        let reports = licence.annualReports(dueBy: day(on))
        #expect(reports.count == count)
        let dueDays = [day("2027-04-01"), day("2028-04-01"), day("2028-07-01")]
        #expect(reports.map(\.dueOn) == Array(dueDays.prefix(count)))
    }

    @Test(
        "A report is overdue when due day and grace are past",
        arguments: [
            (0, "2027-04-01", false), (0, "2027-04-02", true), (30, "2027-05-01", false),
            (30, "2027-05-02", true),
        ])
    func overdue(grace: Int, on: String, expected: Bool) throws {
        let licence = Licence.sample(term: span("2026-04-01"))
        let report = try #require(licence.annualReports(dueBy: day(on)).first)
        #expect(report.isOverdue(on: day(on), grace: grace) == expected)
    }

    @Test("A filed report is not overdue, and the calendar's end ends the years")
    func filed() throws {
        let filed = Licence.sample(term: span("2026-04-01"))
            .with { $0.reportsFiled = [day("2026-04-01")] }
        let report = try #require(filed.annualReports(dueBy: day("2027-06-01")).first)
        #expect(!report.isOverdue(on: day("2027-06-01"), grace: 0))
        let ancient = Licence.sample(term: DateSpan(from: .first, until: nil))
        #expect(ancient.annualReports(dueBy: .last).count == 9_998)
    }

    @Test(
        "What has become of a report",
        arguments: [
            ("2027-03-31", AnnualReport.State.notDue), ("2027-04-01", .due), ("2027-05-01", .due),
            ("2027-05-02", .overdue), ("2027-06-30", .overdue), ("2027-07-01", .notOwed),
        ])
    func state(on: String, expected: AnnualReport.State) throws {
        let licence = Licence.sample(term: span("2026-04-01", "2028-06-30"))
            .with { $0.revokedOn = day("2027-07-01") }
        let year = try #require(licence.licenceYear(beginning: day("2026-04-01")))
        let report = licence.annualReport(on: year)
        #expect(licence.reportState(of: report, on: day(on), grace: 30) == expected)
        let filed = licence.with { $0.reportsFiled = [day("2026-04-01")] }
        let state = filed.reportState(of: filed.annualReport(on: year), on: day(on), grace: 30)
        #expect(state == .filed)
    }

    @Test(
        "Only a first day begins a licence year",
        arguments: [
            ("2026-03-31", false), ("2026-04-01", true), ("2026-04-02", false),
            ("2027-04-01", true), ("2028-04-01", true), ("2028-06-30", false),
            ("2029-04-01", false),
        ])
    func beginning(on: String, expected: Bool) {
        let licence = Licence.sample(term: span("2026-04-01", "2028-06-30"))
        #expect((licence.licenceYear(beginning: day(on)) != nil) == expected)
    }

    @Test("What is beyond the allowance costs a fee")
    func use() {
        let licence = Licence.sample().with { $0.workshopsPerYear = 2 }
        for (workshops, over) in [(0, 0), (2, 0), (3, 1)] {
            let use = LicenceUse(workshops: workshops, trainings: 9)
            #expect(use.workshopsOver(licence) == over)
            #expect(use.trainingsOver(licence) == nil)
            #expect(use.isFeeDue(licence) == (over > 0))
        }
    }
}
