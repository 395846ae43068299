import Postgres
import TestSupport
import Testing

/// The database itself keeps the licences of a holder apart, whoever writes them.
@Suite struct LicenceOverlapTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var first = HandWritten.licence()
        var second: String
    }

    static let refused: [Pair] = [
        Pair(testDescription: "the same", second: HandWritten.licence()),
        Pair(
            testDescription: "one day in common",
            second: HandWritten.licence(from: "2026-12-31", until: "2027-12-31")),
        Pair(testDescription: "any after one", second: HandWritten.licence(programme: nil)),
        Pair(
            testDescription: "one after any", first: HandWritten.licence(programme: nil),
            second: HandWritten.licence(programme: "PMP")),
        Pair(
            testDescription: "the language in other letters",
            first: HandWritten.licence(language: "da"),
            second: HandWritten.licence(language: "DA")),
        Pair(
            testDescription: "a term drawn out", first: HandWritten.licence(),
            second: HandWritten.licence(from: "2027-01-01", until: "2027-12-31")
                + "UPDATE licence SET until_date = '2027-06-30' WHERE id = 1;"),
        Pair(
            testDescription: "a programme named later", first: HandWritten.licence(),
            second: HandWritten.licence(programme: "CPSMP")
                + "INSERT INTO licence_programme VALUES (2, 'CDSMP');"),
        Pair(
            testDescription: "a revocation taken back",
            first: HandWritten.licence(revoked: "2026-03-01"),
            second: HandWritten.licence()
                + "UPDATE licence SET revoked_on = NULL WHERE id = 1;"),
    ]

    static let allowed: [Pair] = [
        Pair(
            testDescription: "the day after",
            second: HandWritten.licence(from: "2027-01-01", until: "2027-12-31")),
        Pair(testDescription: "another programme", second: HandWritten.licence(programme: "PMP")),
        Pair(testDescription: "another holder", second: HandWritten.licence(holder: 2)),
        Pair(testDescription: "a language of its own", second: HandWritten.licence(language: "da")),
        Pair(
            testDescription: "another language", first: HandWritten.licence(language: "en"),
            second: HandWritten.licence(programme: nil, language: "da")),
        Pair(
            testDescription: "after a revoked one",
            first: HandWritten.licence(revoked: "2026-03-01"), second: HandWritten.licence()),
        Pair(
            testDescription: "after one revoked later",
            first: HandWritten.licence() + "UPDATE licence SET revoked_on = '2026-03-01';",
            second: HandWritten.licence()),
        Pair(
            testDescription: "a programme given up", first: HandWritten.licence(),
            second: "DELETE FROM licence_programme;" + HandWritten.licence()),
    ]

    @Test(arguments: refused) func refuses(_ pair: Pair) async throws {
        try await TestDatabase.with { database in
            try await database.execute(HandWritten.base + pair.first)
            let error = await #expect(throws: PostgresError.self) {
                try await database.execute("BEGIN;" + pair.second + "COMMIT;")
            }
            #expect(error?.sqlState == .exclusionViolation)
            #expect(error?.constraint == "licence_overlap")
        }
    }

    @Test(arguments: allowed) func allows(_ pair: Pair) async throws {
        try await TestDatabase.with { database in
            try await database.execute(HandWritten.base + pair.first + pair.second)
        }
    }
}
