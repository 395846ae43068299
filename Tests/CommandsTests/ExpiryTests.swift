import AdminProtocol
import TestSupport
import Testing

@Suite struct ExpiryTests {
    @Test func previewsWhatARunFindsAndChangesNothing() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store, today: "2028-12-30")
            try await session.playScene()
            let before = try await database.contents()
            let preview = try await session.done("expiry preview")
            #expect(try await database.contents() == before)
            let run = try await session.done("expiry run on=today")
            #expect(preview.lines == run.lines)
            #expect(run.data.last?.kind == "run")
            #expect(run.data.count > 1)
            #expect(run.data.last?["items"] == "\(run.data.count - 1)")
            for again in ["run", "preview"] {
                #expect(
                    await session.send("expiry \(again) on=2028-12-30").lines
                        == ["* run on=2028-12-30 items=0 already=yes", "OK"])
            }
        }
    }

    @Test func runsTheMissingDatesToo() async throws {
        try await TestSession.with(today: "2026-06-04") { session in
            try await session.playScene()
            try await session.done("expiry run on=2026-06-01")
            let run = try await session.done("expiry run")
            let dates = run.data.filter { $0.kind == "run" }.compactMap { $0["on"] }
            #expect(dates == ["2026-06-02", "2026-06-03", "2026-06-04"])
            let history = try await session.done("expiry history").data
            #expect(history.compactMap { $0["on"] } == dates.reversed() + ["2026-06-01"])
            #expect(history.allSatisfy { $0["finished"] != nil })
        }
    }

    @Test func aDateLongAgoIsRefused() async throws {
        try await TestSession.with(today: "2026-06-04") { session in
            let reply = await session.send("expiry run on=2016-05-26")
            #expect(reply.outcome == "BAD bad-value")
            #expect(reply.final("want") == "a date from 2016-05-27 to today")
            let earliest = try await session.done("expiry run on=2016-05-27")
            #expect(earliest["items"] == "0")
        }
    }

    @Test func announcesOnceAndIsAcknowledged() async throws {
        try await TestSession.with(today: "2028-12-02") { session in
            try await session.playScene()
            try await session.done("expiry run")
            let licence = try await session.done("notice list licence=L-1 rule=expiring")
            #expect(licence.data.count == 1)
            #expect(licence["until"] == "2028-12-31")
            #expect(licence["threshold"] == "30")
            let id = try #require(licence["id"])
            let acknowledged = try await session.done("notice ack \(id) reason=\"is renewed\"")
            #expect(acknowledged["state"] == "acknowledged")
            #expect(await session.send("notice ack \(id)").outcome == "NO conflict")
            let open = try await session.done("notice list licence=L-1 open=yes")
            #expect(open.data.compactMap { $0["id"] }.contains(id) == false)
            #expect(try await session.done("event list \(id)")["command"] != nil)
        }
    }

    @Test func withdrawsWhatIsMoot() async throws {
        try await TestSession.with(today: "2028-12-02") { session in
            try await session.playScene()
            try await session.done("expiry run", "licence renew L-1")
            let later = try session.on("2028-12-03")
            try await later.done("expiry run")
            let notice = try await later.done("notice list licence=L-1 rule=expiring")
            #expect(notice["state"] == "withdrawn")
            let id = try #require(notice["id"])
            #expect(await later.send("notice ack \(id)").outcome == "NO conflict")
        }
    }

    @Test(arguments: [
        ("person=P-3", "lapsed"), ("person=P-6", ""), ("rule=lapsed person=P-4", "lapsed"),
        ("organisation=O-2", ""), ("rule=expired organisation=O-1", "expired"),
        ("licence=L-1 rule=expired", "expired"),
    ])
    func listsNotices(_ filter: String, _ rules: String) async throws {
        try await TestSession.with(today: "2029-01-01") { session in
            try await session.playScene()
            try await session.done("expiry run")
            let found = try await session.done("notice list \(filter)").data
            #expect(Set(found.compactMap { $0["rule"] }).sorted().joined(separator: " ") == rules)
        }
    }
}
