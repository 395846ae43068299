import AdminProtocol
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
            try await session.done("expiry run")
            let after = try await session.done("status")
            #expect(after["last-run"] == "2026-06-01")
            #expect(after["days-behind"] == "0")
            #expect(after["read-only"] == "no")
        }
    }
}
