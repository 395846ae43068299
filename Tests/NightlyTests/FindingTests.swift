import Nightly
import Registry
import Store
import Testing

/// What each rule finds, on both sides of each boundary day, in a registry without earlier runs.
@Suite struct FindingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let facts: String
        let expected: [(date: String, lines: [String])]
        var testDescription: String { name }
    }

    @Test(arguments: licences + certifications + others)
    func finds(_ example: Case) async throws {
        try await TestRegistry.with(Facts.base + example.facts) { registry in
            for (date, lines) in example.expected {
                let found = try await registry.run().preview(on: day(date)).items.map(\.line)
                #expect(found == lines, "\(date)")
            }
        }
    }

    static let licences: [Case] = [
        Case(
            name: "a licence's end comes nearer, and is past",
            facts: Facts.licence(from: "2025-12-01", until: "2026-06-30"),
            expected: [
                ("2026-03-31", []),
                ("2026-04-01", ["expiring L-1 until=2026-06-30 threshold=90"]),
                ("2026-04-30", ["expiring L-1 until=2026-06-30 threshold=90"]),
                ("2026-05-01", ["expiring L-1 until=2026-06-30 threshold=60"]),
                ("2026-05-30", ["expiring L-1 until=2026-06-30 threshold=60"]),
                ("2026-05-31", ["expiring L-1 until=2026-06-30 threshold=30"]),
                ("2026-06-22", ["expiring L-1 until=2026-06-30 threshold=30"]),
                ("2026-06-23", ["expiring L-1 until=2026-06-30 threshold=7"]),
                ("2026-06-30", ["expiring L-1 until=2026-06-30 threshold=7"]),
                (
                    "2026-07-01",
                    ["expired L-1 until=2026-06-30", "report-due L-1 until=2026-07-01"]
                ),
                (
                    "2026-07-02",
                    ["expired L-1 until=2026-06-30", "report-overdue L-1 until=2026-07-01"]
                ),
            ]),
        Case(
            name: "a revoked licence is left out from the day on",
            facts: Facts.licence(from: "2025-12-01", until: "2026-06-30", revoked: "2026-06-25"),
            expected: [
                ("2026-06-24", ["expiring L-1 until=2026-06-30 threshold=7"]),
                ("2026-06-25", []), ("2026-07-02", []),
            ]),
        Case(
            name: "a suspension changes nothing",
            facts: Facts.licence(from: "2025-12-01", until: "2026-06-30")
                + "INSERT INTO licence_suspension (licence, from_date) VALUES (1, '2026-01-01');",
            expected: [
                ("2026-06-30", ["expiring L-1 until=2026-06-30 threshold=7"]),
                (
                    "2026-07-01",
                    ["expired L-1 until=2026-06-30", "report-due L-1 until=2026-07-01"]
                ),
            ]),
        Case(
            name: "the ladder is data with dates",
            facts: Facts.licence(from: "2025-12-01", until: "2026-06-30")
                + """
                UPDATE policy_number SET until_date = '2026-06-09'
                WHERE name = 'expiry-ladder-days';
                INSERT INTO policy_number (name, numbers, from_date, source)
                VALUES ('expiry-ladder-days', '{14,2,14}', '2026-06-10', 'test');
                """,
            expected: [
                ("2026-06-09", ["expiring L-1 until=2026-06-30 threshold=30"]),
                ("2026-06-15", []),
                ("2026-06-16", ["expiring L-1 until=2026-06-30 threshold=14"]),
                ("2026-06-28", ["expiring L-1 until=2026-06-30 threshold=2"]),
            ]),
    ]

    static let certifications: [Case] = [
        Case(
            name: "a certification's end comes nearer, and it lapses",
            facts: Facts.standing(
                from: "2026-01-01", until: "2026-06-30", current: "2026-06-30")
                + Facts.standing(from: "2026-07-01", state: "lapsed", current: "2026-06-30"),
            expected: [
                ("2025-12-31", []),
                ("2026-03-31", []),
                (
                    "2026-04-01",
                    ["expiring P-1 programme=CDSMP role=leader until=2026-06-30 threshold=90"]
                ),
                (
                    "2026-06-30",
                    ["expiring P-1 programme=CDSMP role=leader until=2026-06-30 threshold=7"]
                ),
                ("2026-07-01", ["lapsed P-1 programme=CDSMP role=leader until=2026-06-30"]),
                ("2027-07-01", ["lapsed P-1 programme=CDSMP role=leader until=2026-06-30"]),
            ]),
        Case(
            name: "a suspended certification lapses as well",
            facts: Facts.standing(from: "2026-01-01", state: "suspended", current: "2026-06-30"),
            expected: [
                ("2026-07-01", ["lapsed P-1 programme=CDSMP role=leader until=2026-06-30"])
            ]),
        Case(
            name: "a revoked certification is left out",
            facts: Facts.standing(from: "2026-01-01", until: "2026-06-26", current: "2026-06-30")
                + Facts.standing(from: "2026-06-27", state: "revoked", current: "2026-06-30"),
            expected: [
                (
                    "2026-06-26",
                    ["expiring P-1 programme=CDSMP role=leader until=2026-06-30 threshold=7"]
                ),
                ("2026-06-27", []), ("2026-07-01", []),
            ]),
        Case(
            name: "what was renewed before the day is not found on it",
            facts: Facts.standing(from: "2026-01-01", until: "2026-06-20", current: "2026-06-30")
                + Facts.standing(from: "2026-06-21", current: "2027-06-30"),
            expected: [
                (
                    "2026-06-20",
                    ["expiring P-1 programme=CDSMP role=leader until=2026-06-30 threshold=30"]
                ),
                ("2026-06-21", []), ("2026-07-01", []),
            ]),
        Case(
            name: "without rules there is no end",
            facts: Facts.standing(from: "2026-01-01", current: nil),
            expected: [("2026-07-01", []), ("9999-12-31", [])]),
    ]

    static let others: [Case] = [
        Case(
            name: "coverage and affiliations end",
            facts: Facts.licence(type: "umbrella", from: "2026-01-01", until: "2027-12-31")
                + Facts.coverage(
                    licence: 1, organisation: 2, from: "2026-01-01", until: "2026-03-31")
                + Facts.coverage(licence: 1, organisation: 3, from: "2026-01-01")
                + Facts.affiliation(
                    person: 4, organisation: 3, from: "2026-01-01", until: "2026-03-31")
                + Facts.affiliation(person: 1, organisation: 3, from: "2026-01-01"),
            expected: [
                ("2026-03-31", []),
                (
                    "2026-04-01",
                    [
                        "coverage-ended L-1 organisation=O-2 until=2026-03-31",
                        "affiliation-ended P-4 organisation=O-3 until=2026-03-31",
                    ]
                ),
            ]),
        Case(
            name: "coverage by a revoked licence is left out",
            facts: Facts.licence(
                type: "umbrella", from: "2026-01-01", until: "2027-12-31", revoked: "2026-04-02")
                + Facts.coverage(
                    licence: 1, organisation: 2, from: "2026-01-01", until: "2026-03-31"),
            expected: [
                ("2026-04-01", ["coverage-ended L-1 organisation=O-2 until=2026-03-31"]),
                ("2026-04-02", []),
            ]),
        Case(
            name: "reports are due the day after each licence year, then overdue",
            facts: Facts.licence(from: "2024-02-29", until: "2027-01-15")
                + """
                INSERT INTO licence_report
                VALUES (1, '2025-02-28', 1, 1, 1, '2026-01-01');
                UPDATE policy_number SET numbers = '{10}' WHERE name = 'report-grace-days';
                """,
            expected: [
                ("2025-02-27", []),
                ("2025-02-28", ["report-due L-1 until=2025-02-28"]),
                ("2025-03-10", ["report-due L-1 until=2025-02-28"]),
                ("2025-03-11", ["report-overdue L-1 until=2025-02-28"]),
                ("2026-02-28", ["report-overdue L-1 until=2025-02-28"]),
                (
                    "2027-01-16",
                    [
                        "expired L-1 until=2027-01-15", "report-due L-1 until=2027-01-16",
                        "report-overdue L-1 until=2025-02-28",
                    ]
                ),
            ]),
        Case(
            name: "an empty registry has nothing to say on any day",
            facts: "", expected: [("0001-01-01", []), ("2026-01-01", []), ("9999-12-31", [])]),
    ]
}
