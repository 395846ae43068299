import Nightly
import Registry
import Store
import Testing

@Suite struct ReportYearTests {
    /// The database counts licence years as the domain does, month ends and leap days included,
    /// and leaves out what was filed and what is revoked.
    @Test func reportsOwedAreThoseOfTheDomain() async throws {
        var generator = SeededGenerator(seed: 7)
        var facts = Facts.base
        var licences: [Licence] = []
        for number in 1...300 {
            let from = day("2020-01-01").adding(days: Int.random(in: 0...1_600, using: &generator))
            let until = from.adding(days: Int.random(in: 0...1_500, using: &generator))
            // Licences in different languages may overlap.
            var licence = Licence(
                id: LicenceID(Int64(number)), holder: OrganisationID(1), type: .multiple,
                scope: .any, term: DateSpan(from: from, until: until))
            if number.isMultiple(of: 3) {
                licence.revokedOn = from.adding(days: Int.random(in: 0...1_500, using: &generator))
            }
            let years = licence.licenceYears(begunBy: until).map(\.from)
            licence.reportsFiled = Set(
                years.filter { _ in Int.random(in: 0...2, using: &generator) == 0 })
            facts += Facts.licence(
                from: "\(from)", until: "\(until)", revoked: licence.revokedOn?.description,
                language: "l\(number)")
            facts += licence.reportsFiled.map { Facts.report(licence: number, year: "\($0)") }
                .joined()
            licences.append(licence)
        }
        let dates = (1...40).map { _ in
            day("2020-01-01").adding(days: Int.random(in: 0...3_000, using: &generator))
        }
        try await TestRegistry.with(facts) { [licences] registry in
            for date in dates {
                let expected = licences.flatMap { licence in
                    licence.annualReports(dueBy: date).filter { !$0.isFiled }.map {
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
