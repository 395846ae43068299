import Nightly
import Registry
import Store
import Testing

@Suite struct RunTests {
    private static let ending =
        Facts.base
        + Facts.licence(from: "2025-12-01", until: "2026-06-30")
        + Facts.affiliation(person: 1, organisation: 1, from: "2026-01-01", until: "2026-06-29")

    @Test func aRunRecordsOnceAndAFinishedDateStaysAsItIs() async throws {
        try await TestRegistry.with(Self.ending) { registry in
            let run = registry.run()
            let date = day("2026-06-30")
            #expect(
                try await run.run(on: date) == [RunOutcome(on: date, items: 2, isAlready: false)])
            let record = try await registry.record()
            #expect(
                try await run.run(on: date) == [RunOutcome(on: date, items: 0, isAlready: true)])
            #expect(try await registry.record() == record)
            #expect(
                try await run.items(on: date, limit: 10).map(\.line) == [
                    "affiliation-ended P-1 organisation=O-1 until=2026-06-29",
                    "expiring L-1 until=2026-06-30 threshold=7",
                ])
        }
    }

    @Test func missingDatesAreRunFirstAndInOrder() async throws {
        try await TestRegistry.with(Self.ending) { registry in
            let run = registry.run()
            _ = try await run.run(on: day("2026-06-28"))
            let outcomes = try await run.run(on: day("2026-07-02"))
            #expect(
                outcomes == [
                    RunOutcome(on: day("2026-06-29"), items: 0, isAlready: false),
                    RunOutcome(on: day("2026-06-30"), items: 2, isAlready: false),
                    RunOutcome(on: day("2026-07-01"), items: 2, isAlready: false),
                    RunOutcome(on: day("2026-07-02"), items: 1, isAlready: false),
                ])
            #expect(
                try await run.history(limit: 3).map(\.on)
                    == [day("2026-07-02"), day("2026-07-01"), day("2026-06-30")])
            #expect(
                try await run.history(before: day("2026-06-30"), limit: 10).map(\.items) == [0, 1])
        }
    }

    @Test func loosenedRungsArePassedOverAndNeverListed() async throws {
        try await TestRegistry.with(Self.ending) { registry in
            _ = try await registry.run().run(on: day("2026-06-25"))
            #expect(
                try await registry.lines(
                    "SELECT threshold, passed_over FROM notice ORDER BY threshold") == [
                        "7 f", "30 t", "60 t", "90 t",
                    ])
            #expect(try await registry.items(on: day("2026-06-26")) == [])
            let listed = try await registry.store.read {
                try await $0.notices(NoticeFilter(), page: Page(limit: 100), on: day("2026-07-01"))
            }
            #expect(listed.map(\.finding.threshold) == [7])
        }
    }

    @Test func eachNoticeHasItsEvent() async throws {
        try await TestRegistry.with(Self.ending) { registry in
            _ = try await registry.run().run(on: day("2026-06-30"))
            #expect(
                try await registry.lines(
                    """
                    SELECT account, command, thing, after FROM event
                    WHERE after->>'threshold' = '7' OR thing NOT LIKE 'N-%'
                    ORDER BY serial
                    """) == [
                        """
                        nightly expiry run N-2 {"on": "2026-06-30", "rule": "expiring", \
                        "about": "L-1", "until": "2026-06-30", "threshold": 7}
                        """,
                        "nightly expiry run 2026-06-30 {\"on\": \"2026-06-30\", \"items\": 2}",
                    ])
            #expect(
                try await registry.lines(
                    """
                    SELECT count(*) FROM notice n
                    WHERE NOT EXISTS (SELECT FROM event e WHERE e.thing = 'N-' || n.id)
                    """) == ["0"])
        }
    }

    @Test func anEndRecordedLateIsAnnouncedByTheNextRun() async throws {
        try await TestRegistry.with(Self.ending) { registry in
            _ = try await registry.run().run(on: day("2026-06-30"))
            try await registry.execute(
                Facts.affiliation(
                    person: 2, organisation: 1, from: "2020-01-01", until: "2020-12-31"))
            #expect(
                try await registry.items(on: day("2026-07-01")).prefix(2) == [
                    "expired L-1 until=2026-06-30",
                    "affiliation-ended P-2 organisation=O-1 until=2020-12-31",
                ])
        }
    }

    @Test func itemsComeInPages() async throws {
        let facts =
            Facts.base + Facts.licence(from: "2020-01-01", until: "2026-06-29")
            + (1...4).map {
                Facts.affiliation(
                    person: $0, organisation: 1, from: "2026-01-01", until: "2026-06-29")
                    + Facts.affiliation(
                        person: $0, organisation: 2, from: "2026-01-01", until: "2026-05-31")
                    + Facts.standing(person: $0, from: "2026-01-01", current: "2026-07-0\($0)")
            }.joined()
        try await TestRegistry.with(facts) { registry in
            let run = registry.run()
            _ = try await run.run(on: day("2026-06-30"))
            let all = try await run.items(on: day("2026-06-30"), limit: 1_000)
            #expect(all.count == 20)
            #expect(all == all.sorted())
            for limit in 1...5 {
                var paged: [Finding] = []
                while true {
                    let page = try await run.items(
                        on: day("2026-06-30"), after: paged.last, limit: limit)
                    if page.isEmpty { break }
                    #expect(page.count <= limit)
                    paged += page
                }
                #expect(paged == all)
            }
        }
    }
}
