import Nightly
import Registry
import Store
import Testing

@Suite struct ReportYearTests {
    /// The database counts licence years as the domain does, month ends and leap days included.
    @Test func reportsOwedAreThoseOfTheDomain() async throws {
        var generator = SeededGenerator(seed: 7)
        var facts = Facts.base
        var licences: [Licence] = []
        for number in 1...300 {
            let from = day("2020-01-01").adding(days: Int.random(in: 0...1_600, using: &generator))
            let until = from.adding(days: Int.random(in: 0...1_500, using: &generator))
            // Licences in different languages may overlap.
            facts += Facts.licence(from: "\(from)", until: "\(until)", language: "l\(number)")
            licences.append(
                Licence(
                    id: LicenceID(Int64(number)), holder: OrganisationID(1), type: .multiple,
                    scope: .any, term: DateSpan(from: from, until: until)))
        }
        let dates = (1...40).map { _ in
            day("2020-01-01").adding(days: Int.random(in: 0...3_000, using: &generator))
        }
        try await TestRegistry.with(facts) { [licences] registry in
            for date in dates {
                let expected = licences.flatMap { licence in
                    licence.annualReports(dueBy: date).map {
                        "\(licence.id.number) \($0.year.from) \($0.dueOn)"
                    }
                }
                let owed = try await registry.lines(
                    "SELECT * FROM reports_owed('\(date)') ORDER BY 1, 2")
                #expect(owed == expected, "\(date)")
            }
        }
    }
}
