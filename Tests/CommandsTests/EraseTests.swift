import Foundation
import Store
import TestSupport
import Testing

@Suite struct EraseTests {
    private static let secrets = ["Zebulon", "Quist", "zeb@", "quist-77", "plumber"]

    /// Every row of every table, as text.
    private static func dump(_ database: TestDatabase) async throws -> [String] {
        let tables = try await database.lines(
            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'")
        var rows: [String] = []
        for table in tables { rows += try await database.lines("SELECT t::text FROM \(table) t") }
        return rows
    }

    private static func holding(_ secret: String, _ database: TestDatabase) async throws -> [String]
    {
        try await dump(database).filter { $0.localizedCaseInsensitiveContains(secret) }
    }

    /// Somebody who did a lot: P-7, with tokens, reasons and evidence that quote the name.
    private static func play(_ session: TestSession) async throws {
        try await session.playScene()
        try await session.done(
            "person add name=\"Zebulon Quist\" email=zeb@example.org external-id=quist-77 "
                + "peer-for=CPSMP professions=plumber request=add-1 reason=\"Quist is new\"",
            "person amend P-7 name=\"Zebulon A. Quist\" request=amend-1",
            "person join P-7 organisation=O-1 from=2026-01-01 reason=\"Zebulon moved\"",
            "certification award P-7 programme=CDSMP role=leader trained-on=2026-01-15 "
                + "evidence=\"certificate of Z. Quist\" request=award-1",
            "workshop record programme=CDSMP organisation=O-1 from=2026-04-13 until=2026-05-18 "
                + "sessions=6 leaders=P-3,P-7",
            "certification suspend P-7 programme=CDSMP role=leader from=2026-05-20 "
                + "until=2026-05-21 reason=\"Quist is ill\"")
    }

    @Test func leavesNothingButTheFacts() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await Self.play(session)
            _ = try await EventSealer(database.store).seal()
            for secret in Self.secrets {
                #expect(try await !Self.holding(secret, database).isEmpty, "\(secret)")
            }
            let facts = [
                "check person P-7 programme=CDSMP as=leader", "workshop list person=P-7",
                "certification list person=P-7",
            ]
            let before = try await lines(facts, session)
            let erased = try await session.done(
                "person erase P-7 reason=\"asked for it\" request=erase-1")
            #expect(
                erased.lines.first
                    == "* person id=P-7 affiliations=O-1:2026-01-01/ erased-on=2026-06-01 "
                    + "version=4")
            for secret in Self.secrets {
                #expect(try await Self.holding(secret, database) == [], "\(secret)")
            }
            #expect(try await lines(facts, session) == before)
            let audit = try await session.done("audit verify")
            #expect(audit.final("intact") == "yes", "\(audit.lines)")
        }
    }

    /// Whoever came by a file goes as well.
    @Test func takesWhoWasImported() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.playScene()
            let people = await session.importing(
                "people request=in",
                "external-id,name,email,peer-for,professions\n"
                    + "quist-77,Zebulon Quist,zeb@example.org,CPSMP,plumber\nother,Ann,,,\n")
            #expect(people.summary == "2/2/0/0")
            let joined = await session.importing(
                "affiliations", "person,organisation,from\next:quist-77,O-1,2026-01-01\n")
            #expect(joined.summary == "1/1/0/0")
            let awarded = await session.importing(
                "certifications",
                "person,programme,role,trained-on,evidence\n"
                    + "P-7,CDSMP,leader,2026-01-15,certificate of Z. Quist\n")
            #expect(awarded.summary == "1/1/0/0")
            _ = try await EventSealer(database.store).seal()
            for secret in Self.secrets {
                #expect(try await !Self.holding(secret, database).isEmpty, "\(secret)")
            }
            try await session.done("person erase ext:quist-77 reason=\"asked for it\"")
            for secret in Self.secrets {
                #expect(try await Self.holding(secret, database) == [], "\(secret)")
            }
            let audit = try await session.done("audit verify")
            #expect(audit.final("intact") == "yes", "\(audit.lines)")
            #expect(try await session.done("person show ext:other")["name"] == "Ann")
        }
    }

    @Test func filesRecordNothingNew() async throws {
        try await TestSession.with { session in
            try await Self.play(session)
            try await session.done("person erase P-7 reason=\"asked for it\"")
            let joined = await session.importing(
                "affiliations mode=best-effort",
                "person,organisation,from\nP-7,O-2,2026-05-01\nP-1,O-2,2026-05-01\n")
            #expect(joined.refusedRows == ["2 conflict"])
            #expect(joined.summary == "2/1/0/1")
            let awarded = await session.importing(
                "certifications mode=best-effort",
                "person,programme,role,trained-on,evidence\n"
                    + "P-7,CDSMP,leader,2026-05-15,paper\nP-99,CDSMP,leader,2026-05-15,paper\n")
            #expect(awarded.refusedRows == ["2 conflict", "3 not-found"])
        }
    }

    private func lines(_ lines: [String], _ session: TestSession) async throws -> [String] {
        var replies: [String] = []
        for line in lines { replies += try await session.done(line).lines }
        return replies
    }

    @Test func keepsTheEventsWithoutTheirNames() async throws {
        try await TestSession.with { session in
            try await Self.play(session)
            try await session.done("person erase ext:quist-77 reason=\"asked for it\"")
            let events = try await session.done("event list P-7").data
            #expect(
                events.map { $0["command"] }
                    == ["person add", "person amend", "person join", "person erase"])
            #expect(events.last?["reason"] == "asked for it")
            #expect(events.last?["after"]?.contains("\"erased-on\": \"2026-06-01\"") == true)
            #expect(events[0]["account"] == "unix:0")
        }
    }

    @Test(arguments: [
        "person amend P-7 name=New", "person join P-7 organisation=O-2", "person erase P-7",
        "certification award P-7 programme=CPSMP role=leader trained-on=2026-01-15 evidence=x",
        "workshop record programme=CDSMP organisation=O-1 from=2026-04-13 until=2026-05-18 "
            + "sessions=6 leaders=P-3,P-7",
        "training record programme=CDSMP kind=leader from=2026-05-04 until=2026-05-07 "
            + "organisation=O-1 trainers=P-1,P-2 passed=P-7",
    ])
    func recordsNothingNew(_ line: String) async throws {
        try await TestSession.with { session in
            try await Self.play(session)
            try await session.done("person erase P-7")
            let reply = await session.send(line)
            #expect(reply.outcome == "NO conflict", "\(reply.lines)")
        }
    }

    /// A time with an organisation still ends, and a certification can still be revoked.
    @Test func letsWhatThereIsEnd() async throws {
        try await TestSession.with { session in
            try await Self.play(session)
            try await session.done(
                "person erase P-7", "person leave P-7 organisation=O-1 reason=gone",
                "certification revoke P-7 programme=CDSMP role=leader reason=gone")
            #expect(try await session.done("person find Quist").data == [])
        }
    }

    @Test func doesNotGiveAKeptReplyAgain() async throws {
        try await TestSession.with { session in
            let add = "person add name=\"Zebulon Quist\" request=add-1"
            try await session.done(add, "person erase P-1")
            #expect(await session.send(add).outcome == "NO request-reused")
        }
    }

    /// Names that are gone though nobody erased the person are a breach, whoever took them.
    @Test func isTheOnlyWayToForget() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.done("person add name=Ann")
            await #expect(throws: (any Error).self) {
                try await database.execute("DELETE FROM event_personal")
            }
            try await database.execute(
                "UPDATE person SET name = '', erased_on = '2026-06-01'; "
                    + "DELETE FROM event_personal")
            #expect(try await session.done("audit verify").final("intact") == "no")
        }
    }
}
