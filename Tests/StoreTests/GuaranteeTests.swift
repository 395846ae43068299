import Postgres
import TestSupport
import Testing

/// What the database holds by itself against a hand at `psql`.
@Suite struct GuaranteeTests {
    struct Breach: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var state: SQLState
        var script: String

        init(_ description: String, _ state: SQLState, _ script: String) {
            testDescription = description
            self.state = state
            self.script = script
        }
    }

    private static let event = """
        INSERT INTO event (account, command, thing) VALUES ('unix:0', 'person add', 'P-1');

        """
    private static let run = "INSERT INTO expiry_run (on_date) VALUES ('2026-01-01');"
    private static let certification = """
        INSERT INTO certification (person, programme, role) VALUES (1, 'CDSMP', 'leader');

        """

    private static func notice(_ threshold: String) -> String {
        """
        INSERT INTO notice (rule, person, programme, role, until_date, threshold, on_date)
        VALUES ('expiring', 1, 'CDSMP', 'leader', '2026-03-01', \(threshold), '2026-01-01');

        """
    }

    private static func verdict(_ date: String) -> String {
        """
        INSERT INTO notice (rule, organisation, programme, on_date)
        VALUES ('offer-lost', 1, 'CDSMP', '\(date)');

        """
    }

    private static let suspended = """
        INSERT INTO certification_suspension (certification, from_date)
        VALUES (1, '2026-01-01');

        """

    static let events: [Breach] = [
        Breach("update", .insufficientPrivilege, event + "UPDATE event SET reason = 'x';"),
        Breach("delete", .insufficientPrivilege, event + "DELETE FROM event;"),
        Breach("truncate", .featureNotSupported, event + "TRUNCATE event;"),
        Breach("truncate by cascade", .insufficientPrivilege, event + "TRUNCATE event CASCADE;"),
        Breach(
            "an upsert", .insufficientPrivilege,
            event + "INSERT INTO event (serial, account, command, thing) OVERRIDING SYSTEM VALUE "
                + "SELECT serial, 'x', 'x', 'x' FROM event "
                + "ON CONFLICT (serial) DO UPDATE SET account = 'x';"),
    ]

    static let unique: [Breach] = [
        Breach("a run", .uniqueViolation, run + run),
        Breach("a notice", .uniqueViolation, run + notice("30") + notice("30")),
        Breach("a verdict", .uniqueViolation, run + verdict("2026-01-01") + verdict("2026-01-01")),
        Breach("a lease", .uniqueViolation, "INSERT INTO nightly_lease DEFAULT VALUES;"),
        Breach("a certification", .uniqueViolation, certification + certification),
        Breach(
            "an external id", .uniqueViolation,
            "UPDATE person SET external_id = 'x' WHERE id IN (1, 2);"),
        Breach(
            "a suspension", .exclusionViolation, certification + suspended + suspended),
        Breach(
            "an affiliation", .exclusionViolation,
            """
            INSERT INTO affiliation (person, organisation, from_date, until_date)
            VALUES (1, 1, '2026-01-01', NULL), (1, 1, '2025-01-01', '2026-01-01');
            """),
    ]

    static let references: [Breach] = [
        Breach(
            "an organisation with a licence", .foreignKeyViolation,
            HandWritten.licence() + "DELETE FROM organisation WHERE id = 1;"),
        Breach(
            "a person with a certification", .foreignKeyViolation,
            certification + "DELETE FROM person WHERE id = 1;"),
        Breach(
            "a programme", .foreignKeyViolation, "DELETE FROM programme WHERE code = 'CDSMP';"),
        Breach("a holder", .foreignKeyViolation, HandWritten.licence(holder: 77)),
        Breach(
            "an attendee", .foreignKeyViolation,
            "INSERT INTO training_attendee VALUES (1, 1, true);"),
        Breach("a notice's run", .foreignKeyViolation, notice("30")),
        Breach("a parent", .foreignKeyViolation, "UPDATE organisation SET parent = 77;"),
        Breach("a parent of itself", .checkViolation, "UPDATE organisation SET parent = id;"),
        Breach(
            "a term that ends before it begins", .checkViolation,
            HandWritten.licence(from: "2026-12-31", until: "2026-01-01")),
        Breach(
            "a single licence without language", .checkViolation,
            HandWritten.licence() + "UPDATE licence SET type = 'single';"),
        Breach(
            "a token too long", .checkViolation,
            "INSERT INTO request VALUES ('a', repeat('x', 65), 'x', '[]');"),
    ]

    @Test(arguments: events + unique + references) func refuses(_ breach: Breach) async throws {
        try await TestDatabase.with { database in
            try await database.execute(HandWritten.base)
            let error = await #expect(throws: PostgresError.self) {
                try await database.execute("BEGIN;" + breach.script + "COMMIT;")
            }
            #expect(error?.sqlState == breach.state)
        }
    }

    @Test func letsDifferentNoticesStand() async throws {
        try await TestDatabase.with { database in
            try await database.execute(
                HandWritten.base + Self.run + Self.notice("30") + Self.notice("7")
                    + "INSERT INTO expiry_run (on_date) VALUES ('2026-01-02');"
                    + Self.verdict("2026-01-01") + Self.verdict("2026-01-02"))
            #expect(try await database.lines("SELECT count(*) FROM notice") == ["4"])
        }
    }

    /// Triggers that a replication role switches off would let events go.
    @Test func keepsEventsWhereTriggersAreOff() async throws {
        try await TestDatabase.with { database in
            try await database.execute(HandWritten.base + Self.event)
            let enabled = "SELECT DISTINCT tgenabled FROM pg_trigger WHERE tgname LIKE 'event_%'"
            #expect(try await database.lines(enabled) == ["A"])
        }
    }
}
