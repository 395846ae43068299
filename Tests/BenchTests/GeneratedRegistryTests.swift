import AdminProtocol
import Registry
import Testing

@testable import Bench

struct GeneratedRegistryTests {
    private static let today = CivilDate(dayNumber: 20_778)

    private static func organisation(_ number: Int) -> GeneratedOrganisation {
        GeneratedOrganisation(
            number, today: today, seed: 1)
    }

    @Test func theSameSeedGivesTheSame() {
        #expect(Self.organisation(7).rows == Self.organisation(7).rows)
        #expect(Self.organisation(7).rows != Self.organisation(8).rows)
    }

    @Test(arguments: 1...100)
    func eachHasWhatTheScaleSays(_ number: Int) {
        let rows = Self.organisation(number).rows
        #expect(rows[.organisations]?.count == 1)
        #expect(rows[.people]?.count == Scale.peopleEach)
        #expect(rows[.licences]?.count == Scale.licencesEach)
        let trained = rows[.trainings, default: []].count * 8
        #expect(rows[.certifications, default: []].count + trained == Scale.certificationsEach)
    }

    /// What lies in the future cannot be recorded, and a row has a cell for each column.
    @Test(arguments: 1...100)
    func rowsFitTheirFiles(_ number: Int) throws {
        let rows = Self.organisation(number).rows
        for (kind, columns) in RegistryFiles.headers {
            for row in rows[kind, default: []] { #expect(row.count == columns.count) }
        }
        for row in rows[.workshops, default: []] + rows[.trainings, default: []] {
            let last = try #require(row.dropFirst(5).compactMap { CivilDate($0) }.max())
            #expect(last < Self.today)
        }
    }

    @Test(
        arguments: [
            (0.004, [1...40]), (0.1, [1...100, 101...1_000]),
            (1, [1...100, 101...1_000, 1_001...10_000]),
        ] as [(Double, [ClosedRange<Int>])])
    func partsCoverTheWhole(_ factor: Double, _ parts: [ClosedRange<Int>]) {
        #expect(Scale(factor: factor).parts == parts)
    }
}
