import Foundation
import Nightly
import Registry
import Store
import Testing

/// Notices that have become moot are withdrawn, unless someone has acknowledged them.
@Suite struct WithdrawalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let facts: String
        /// Done between the run of 2026-06-30 and that of 2026-07-01.
        let change: String
        /// `rule on_date withdrawn_on`, the announced ones only.
        let expected: [String]
        var testDescription: String { name }
    }

    @Test(arguments: cases)
    func withdraws(_ example: Case) async throws {
        try await TestRegistry.with(Facts.base + example.facts) { registry in
            _ = try await registry.run().run(on: day("2026-06-30"))
            if !example.change.isEmpty { try await registry.execute(example.change) }
            _ = try await registry.run().run(on: day("2026-07-01"))
            _ = try await registry.run().run(on: day("2026-07-02"))
            #expect(
                try await registry.lines(
                    """
                    SELECT rule, on_date, withdrawn_on FROM notice
                    WHERE NOT passed_over AND rule NOT LIKE 'report%'
                        AND rule NOT LIKE 'offer%' AND rule NOT LIKE 'train%'
                    ORDER BY on_date, id
                    """) == example.expected)
        }
    }

    private static let licence = Facts.licence(from: "2025-12-01", until: "2026-06-30")
    private static let acknowledgement =
        "UPDATE notice SET acknowledged = now(), acknowledged_by = 'test';"

    static let cases: [Case] = [
        Case(
            name: "nothing changes", facts: licence, change: "",
            expected: ["expiring 2026-06-30 -", "expired 2026-07-01 -"]),
        Case(
            name: "a licence is renewed", facts: licence,
            change: Facts.licence(from: "2026-07-01", until: "2029-06-30", renewalOf: 1),
            expected: ["expiring 2026-06-30 2026-07-01", "expired 2026-07-01 2026-07-01"]),
        Case(
            name: "a licence was renewed before it was announced",
            facts: licence + Facts.licence(from: "2026-07-01", until: "2029-06-30", renewalOf: 1),
            change: "",
            expected: ["expiring 2026-06-30 2026-06-30", "expired 2026-07-01 2026-07-01"]),
        Case(
            name: "the renewal is revoked itself", facts: licence,
            change: Facts.licence(
                from: "2026-07-01", until: "2029-06-30", revoked: "2026-06-30", renewalOf: 1),
            expected: ["expiring 2026-06-30 -", "expired 2026-07-01 -"]),
        Case(
            name: "a licence is revoked", facts: licence,
            change: "UPDATE licence SET revoked_on = '2026-07-02';",
            expected: ["expiring 2026-06-30 2026-07-02", "expired 2026-07-01 2026-07-02"]),
        Case(
            name: "what is acknowledged stays", facts: licence,
            change: acknowledgement + "UPDATE licence SET revoked_on = '2026-07-01';",
            expected: ["expiring 2026-06-30 -"]),
        Case(
            name: "a certification is renewed in time",
            facts: Facts.standing(from: "2026-01-01", current: "2026-07-03"),
            change: "UPDATE standing SET current_until = '2027-07-03';",
            expected: ["expiring 2026-06-30 2026-07-01"]),
        Case(
            name: "a certification is revoked",
            facts: Facts.standing(from: "2026-01-01", state: "lapsed", current: "2026-06-29"),
            change: "UPDATE standing SET state = 'revoked';",
            expected: ["lapsed 2026-06-30 2026-07-01"]),
        Case(
            name: "a lapsed one stays lapsed",
            facts: Facts.standing(from: "2026-01-01", state: "lapsed", current: "2026-06-29"),
            change: "", expected: ["lapsed 2026-06-30 -"]),
        Case(
            name: "an affiliation goes on after all",
            facts: Facts.affiliation(
                person: 1, organisation: 1, from: "2026-01-01", until: "2026-06-29"),
            change: "UPDATE affiliation SET until_date = NULL;",
            expected: ["affiliation-ended 2026-06-30 2026-07-01"]),
        Case(
            name: "coverage ends on another day",
            facts: Facts.licence(type: "umbrella", from: "2026-01-01", until: "2027-12-31")
                + Facts.coverage(
                    licence: 1, organisation: 2, from: "2026-01-01", until: "2026-06-29"),
            change: "UPDATE licence_coverage SET until_date = '2026-06-30';",
            expected: [
                "coverage-ended 2026-06-30 2026-07-01", "coverage-ended 2026-07-01 -",
            ]),
    ]

    @Test func aReportThatWasFiledWithdrawsItsNotice() async throws {
        let facts = Facts.base + Facts.licence(from: "2025-06-30", until: "2028-06-29")
        try await TestRegistry.with(facts) { registry in
            _ = try await registry.run().run(on: day("2026-06-30"))
            try await registry.execute(
                "INSERT INTO licence_report VALUES (1, '2025-06-30', 1, 1, 1, '2026-06-30');")
            _ = try await registry.run().run(on: day("2026-07-01"))
            let notices = try await registry.store.read {
                try await $0.notices(NoticeFilter(), page: Page(limit: 10), on: day("2026-07-01"))
            }
            #expect(notices.map(\.finding.line) == ["report-due L-1 until=2026-06-30"])
            #expect(notices.map(\.state) == [.withdrawn])
        }
    }

    @Test func aRenewalArmsTheNoticeAnew() async throws {
        let facts = Facts.base + Facts.standing(from: "2026-01-01", current: "2026-07-03")
        try await TestRegistry.with(facts) { registry in
            #expect(try await registry.items(on: day("2026-07-01")).count == 1)
            try await registry.execute("UPDATE standing SET current_until = '2026-07-05'")
            #expect(
                try await registry.items(on: day("2026-07-02")) == [
                    "expiring P-1 programme=CDSMP role=leader until=2026-07-05 threshold=7"
                ])
        }
    }

    /// What was withdrawn is open again where its end is one again; the item stays that of the
    /// date that found it, and only the run of a later date opens it.
    @Test func anEndThatIsOneAgainOpensTheNoticeAgain() async throws {
        let renewed =
            Self.licence + Facts.licence(from: "2026-07-01", until: "2029-06-30", renewalOf: 1)
        try await TestRegistry.with(Facts.base + renewed) { registry in
            _ = try await registry.run().run(on: day("2026-06-30"))
            let states = "SELECT rule, on_date, withdrawn_on, rearmed_on FROM notice WHERE id = 1"
            #expect(
                try await registry.lines(states) == ["expiring 2026-06-30 2026-06-30 -"])
            try await registry.execute("UPDATE licence SET revoked_on = '2026-06-30' WHERE id = 2")
            // The end of the term was the thirtieth: it is over on the first, and not announced as
            // coming any more.
            _ = try await registry.run().run(on: day("2026-07-01"))
            #expect(
                try await registry.lines(states) == ["expiring 2026-06-30 2026-06-30 -"])
        }
        let later = Self.licence.replacingOccurrences(of: "2026-06-30", with: "2026-07-20")
        let renewal = Facts.licence(from: "2026-07-21", until: "2029-06-30", renewalOf: 1)
        try await TestRegistry.with(Facts.base + later + renewal) { registry in
            _ = try await registry.run().run(on: day("2026-06-30"))
            try await registry.execute("UPDATE licence SET revoked_on = '2026-06-30' WHERE id = 2")
            _ = try await registry.run().run(on: day("2026-07-01"))
            #expect(
                try await registry.lines(
                    """
                    SELECT withdrawn_on, rearmed_on FROM notice
                    WHERE rule = 'expiring' AND licence = 1 AND NOT passed_over
                    """) == ["- 2026-07-01"])
            #expect(
                try await registry.lines(
                    "SELECT count(*) FROM event WHERE after ->> 'state' = 'open'") == ["1"])
        }
    }
}
