import AdminProtocol
import Store
import TestSupport
import Testing

@Suite struct SessionCommandTests {
    @Test func answersWithoutFacts() async throws {
        try await TestSession.with { session in
            #expect(await session.send("@t PING").lines == ["@t OK"])
            #expect(
                await session.send("whoami").lines[0]
                    == "* account name=\"unix:0\" auth=external role=administrator,operator")
            let quit = await session.send("quit")
            #expect(quit.outcome == "BYE logout")
            #expect(quit.closes)
            #expect(await session.send("help nothing here").outcome == "NO not-found")
        }
    }

    @Test func changesTheFormatFromItsOwnReplyOn() async throws {
        try await TestSession.with { session in
            let json = await session.send("@1 format json")
            #expect(json.lines == [#"{"status":"OK","tag":"@1"}"#])
            #expect(json.format == .json)
            #expect(await session.send("format text").format == .text)
            #expect(await session.send("format xml").final("argument") == "format")
        }
    }

    @Test func tellsHowItStands() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let before = try await session.done("status")
            #expect(before["today"] == "2026-06-01")
            #expect(before["last-run"] == nil)
            #expect(before["notices-since"] == nil)
            #expect(before["unsealed"] == before["serial"])
            try await session.done("expiry run")
            let after = try await session.done("status")
            #expect(after["last-run"] == "2026-06-01")
            #expect(after["days-behind"] == "0")
            #expect(after["read-only"] == "no")
            #expect(after["database-is"] == "embedded")
            let size = try #require(after["database-bytes"].flatMap { Int($0) })
            #expect(size > 1_000_000)
        }
    }

    /// What waits for somebody: notices since a day, messages, events to be sealed.
    @Test func tellsWhatWaits() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.playScene()
            try await session.on("2028-12-30").done("expiry run")
            try await database.execute(
                """
                INSERT INTO dispatch (channel, on_date) VALUES ('mail', '2028-12-30');
                INSERT INTO dispatch (channel, organisation, on_date, settled, outcome)
                VALUES ('mail', 1, '2028-12-30', now(), 'undeliverable'),
                    ('mail', 2, '2028-12-30', now(), 'delivered');
                """)
            _ = try await EventSealer(database.store).seal()
            let later = try session.on("2029-01-02")
            try await later.done("notice ack N-1")
            let status = try await later.done("status")
            #expect(status["days-behind"] == "3")
            #expect(status["notices-since"] == "2028-12-30")
            let open = try await database.lines(
                """
                SELECT count(*) FROM notice
                WHERE acknowledged IS NULL AND withdrawn_on IS NULL AND NOT passed_over
                """)
            #expect(status["notices-open"] == open[0])
            let migration = try await database.lines("SELECT max(number) FROM schema_migration")
            #expect(status["migration"] == migration[0])
            #expect(status["deliveries-waiting"] == "1")
            #expect(status["undeliverable"] == "1")
            #expect(status["unsealed"] == "1")
        }
    }
}
