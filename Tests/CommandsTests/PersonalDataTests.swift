import Logging
import TestSupport
import Testing

/// Logs say what was done and what failed, never about whom.
@Suite struct PersonalDataTests {
    private static let secrets = ["Zebulon", "Quist", "zeb@", "quist-77"]

    private static let person =
        "name=\"Zebulon Quist\" email=zeb@example.org external-id=quist-77"

    static let lines = [
        "person add \(person)", "person add \(person)", "person find Quist",
        "person show ext:quist-77", "person amend P-1 name=\"Zebulon Quist\" if-version=7",
        "person amend P-1 email=zeb@", "person amend P-1 nam=\"Zebulon Quist\"",
        "person join ext:quist-77 organisation=O-9", "person Zebulon", "person add name=\"Zebulon",
        "certification award ext:quist-77 programme=CDSMP role=leader trained-on=2026-01-01 "
            + "evidence=\"seen by Quist\"",
        "certification award ext:quist-77 programme=CDSMP role=leader trained-on=2026-01-01 "
            + "evidence=\"seen by Quist\"",
        "check person ext:quist-77 programme=CDSMP", "event list", "expiry run", "notice list",
        "organisation add name=\"Quist & Sons\" country=IE contact=zeb@example.org",
    ]

    @Test func neverReachTheLog() async throws {
        let log = RecordingLog()
        try await TestDatabase.with(logger: log.logger) { database in
            var session = try TestSession(database.store)
            session.logger = log.logger
            for line in Self.lines {
                _ = await session.send(line)
                _ = await session.send(line + " dry-run=yes request=zeb@1")
            }
        }
        expectSilence(log)
    }

    /// What the server says of a failure holds values: none of them may get out.
    @Test func neverReachTheLogWhenTheDatabaseFails() async throws {
        let log = RecordingLog()
        try await TestDatabase.with(logger: log.logger) { database in
            var session = try TestSession(database.store)
            session.logger = log.logger
            let add = "person add \(Self.person)"
            try await database.execute(
                "ALTER TABLE person ADD CONSTRAINT strange CHECK (name NOT LIKE 'Zeb%')")
            let refused = await session.send(add)
            #expect(refused.outcome == "NO internal")
            try await database.execute("ALTER TABLE person RENAME COLUMN name TO nom")
            let failed = await session.send(add)
            #expect(failed.outcome == "NO internal")
            let incident = try #require(failed.final("incident"))
            #expect(log.lines.contains { $0.contains(incident) && $0.contains("42703") })
            for reply in [refused, failed] {
                #expect(!reply.lines.joined().contains("Quist"))
            }
        }
        expectSilence(log)
    }

    private func expectSilence(_ log: RecordingLog) {
        #expect(!log.lines.isEmpty)
        for line in log.lines {
            for secret in Self.secrets { #expect(!line.contains(secret), "\(line)") }
        }
    }
}
