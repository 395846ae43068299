import Nightly
import Registry
import Store
import Testing

@Suite struct NoticeListTests {
    private static let facts =
        Facts.base
        + Facts.licence(type: "umbrella", from: "2026-01-01", until: "2026-06-29")
        + Facts.licence(holder: 2, from: "2026-01-01", until: "2026-06-29", renewalOf: nil)
        + Facts.licence(holder: 2, from: "2026-06-30", until: "2027-06-29", renewalOf: 2)
        + Facts.coverage(licence: 1, organisation: 3, from: "2026-01-01", until: "2026-06-29")
        + Facts.affiliation(person: 1, organisation: 3, from: "2026-01-01", until: "2026-06-29")
        + Facts.standing(person: 1, from: "2026-01-01", state: "lapsed", current: "2026-06-28")

    private static func filter(_ change: (inout NoticeFilter) -> Void) -> NoticeFilter {
        var filter = NoticeFilter()
        change(&filter)
        return filter
    }

    static let cases: [(NoticeFilter, [Int64])] = [
        (filter { _ in }, [1, 2, 3, 4, 5, 6, 7]),
        (filter { $0.state = .open }, [3, 4, 6, 7]),
        (filter { $0.state = .snoozed }, [5]),
        (filter { $0.state = .acknowledged }, [1]),
        (filter { $0.state = .withdrawn }, [2]),
        (filter { $0.owner = "west" }, [1, 5]),
        (filter { $0.until = day("2026-06-29") }, []),
        (filter { $0.from = day("2026-07-01") }, []),
        (
            filter {
                $0.from = day("2026-06-30"); $0.until = day("2026-06-30"); $0.owner = "west"
            }, [1, 5]
        ),
        (filter { $0.rule = .expired }, [1, 2]),
        (filter { $0.organisation = OrganisationID(1) }, [1, 4, 6]),
        (filter { $0.organisation = OrganisationID(3) }, [4, 5]),
        (filter { $0.person = PersonID(1) }, [3, 5]),
        (filter { $0.licence = LicenceID(2) }, [2, 7]),
        (
            filter {
                $0.licence = LicenceID(2); $0.state = .open
            }, [7]
        ),
        (
            filter {
                $0.rule = .lapsed; $0.licence = LicenceID(2)
            }, []
        ),
    ]

    @Test func listsThoseThatMatch() async throws {
        try await TestRegistry.with(Self.facts) { registry in
            _ = try await registry.run().run(on: day("2026-06-30"))
            // N-1 is acknowledged; N-2 is withdrawn by the run, its licence being renewed.
            // N-5 rests up to and including the day on which the list is asked.
            try await registry.execute(
                """
                UPDATE notice SET acknowledged = now(), owner = 'west' WHERE id = 1;
                UPDATE notice SET snoozed_until = '2026-07-10', owner = 'west' WHERE id = 5;
                """)
            for (filter, expected) in Self.cases {
                let found = try await registry.store.read {
                    try await $0.notices(filter, page: Page(limit: 100), on: day("2026-07-10"))
                }
                #expect(found.map(\.id.number) == expected, "\(filter)")
            }
            let page = try await registry.store.read {
                try await $0.notices(
                    NoticeFilter(), page: Page(after: 1, limit: 3), on: day("2026-07-10"))
            }
            #expect(
                page.map { "\($0.id) \($0.on) \($0.state.rawValue) \($0.finding.line)" } == [
                    "N-2 2026-06-30 withdrawn expired L-2 until=2026-06-29",
                    "N-3 2026-06-30 open lapsed P-1 programme=CDSMP role=leader until=2026-06-28",
                    "N-4 2026-06-30 open coverage-ended L-1 organisation=O-3 until=2026-06-29",
                ])
            let rested = try await registry.store.read {
                try await $0.notices([NoticeID(5)], on: day("2026-07-11"))
            }
            #expect(rested.map(\.state) == [.open])
        }
    }
}
