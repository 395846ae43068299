import Registry
import Store
import Testing

/// How much is looked at is bounded, and cutting it is said.
@Suite struct AffectedLimitTests {
    /// P-4 has one training, two workshops, and four programmes to be asked about.
    @Test(arguments: [(1, 2, true), (4, 3, false)])
    func saysThatThereIsMore(_ limit: Int, _ courses: Int, _ isCut: Bool) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(
                "workshop record programme=CDSMP organisation=O-1 from=2026-04-13 "
                    + "until=2026-05-18 sessions=6 leaders=P-3,P-4")
            let touched = Touched(people: [PersonID(4)], from: .first)
            let facts = try await session.store.read {
                try await $0.keptFacts(touched, on: session.today, limit: limit)
            }
            #expect(facts.isCut == isCut)
            #expect(facts.courses.count == courses)
        }
    }

    /// What ended before the first changed day is not looked at.
    @Test(arguments: [
        ("2026-02-05", "T-1 W-1"), ("2026-02-06", "W-1"), ("2026-04-06", "W-1"), ("2026-04-07", ""),
    ])
    func looksOnlyAtWhatFollows(_ day: String, _ wanted: String) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let from = try #require(CivilDate(day))
            let touched = Touched(people: [PersonID(3)], from: from)
            let facts = try await session.store.read {
                try await $0.keptFacts(touched, on: session.today, limit: 10)
            }
            let names = facts.courses.keys.sorted().map(\.description)
            #expect(names.joined(separator: " ") == wanted)
        }
    }
}
