import AdminProtocol
import Commands
import TestSupport
import Testing

@Suite struct EventTests {
    @Test func keepsWhoWhatWhyBeforeAndAfter() async throws {
        try await TestSession.with { session in
            try await session.done(
                "person add name=Ann request=r1",
                "person amend P-1 name=\"Ann B\" reason=\"she said \\\"so\\\"\"")
            let events = try await session.done("event list P-1").data
            #expect(events.map { $0["command"] } == ["person add", "person amend"])
            #expect(events.map { $0["account"] } == ["unix:0", "unix:0"])
            #expect(events.map { $0["thing"] } == ["P-1", "P-1"])
            #expect(events.map { $0["request"] } == ["r1", nil])
            #expect(events.map { $0["reason"] } == [nil, "she said \"so\""])
            #expect(events[0]["before"] == nil)
            #expect(events[0]["after"]?.contains("\"name\": \"Ann\"") == true)
            #expect(events[1]["before"] == events[0]["after"])
            #expect(events[1]["after"]?.contains("\"version\": 2") == true)
        }
    }

    /// Every write leaves one event about its thing, with what it was where it changed one. Where
    /// two people become one, or two again, there is one about each.
    @Test func isOnePerWrite() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.playScene()
            try await session.on("2028-12-30").done("expiry run")
            for line in DryRunTests.writes {
                let last = try await database.lines("SELECT coalesce(max(serial), 0) FROM event")
                let reply = try await session.done(DryRunTests.explained(line))
                let events = try await session.done("event list after=E-\(last[0])").data
                let isOfTwo = ["person merge", "person unmerge"].contains(where: line.hasPrefix)
                #expect(events.count == (isOfTwo ? 2 : 1), "\(line)")
                let event = try #require(events.first)
                #expect(line.hasPrefix(event["command"] ?? "-"))
                #expect(event["reason"] == "because")
                #expect(event["thing"] == reply["id"] ?? reply["code"])
                let changes = CommandTable.grammar.commands.first { $0.name == event["command"] }
                // A renewal changes nothing of the old licence: the new one has no before.
                let wantsBefore = changes?.changesExisting == true
                #expect((event["before"] != nil) == wantsBefore, "\(line)")
                #expect(event["after"] != nil)
            }
        }
    }

    @Test func listsByThingCommandAndAccount() async throws {
        try await TestSession.with { session in
            try await session.done("person add name=Ann")
            try await session.known(as: "unix:7").done("organisation add name=One country=IE")
            for (filter, count) in [
                ("", 2), ("p-1", 1), ("command=\"person add\"", 1), ("account=unix:7", 1),
                ("account=unix:9", 0), ("O-1 account=unix:0", 0),
            ] {
                let listed = try await session.done("event list \(filter)").data
                #expect(listed.count == count, "\(filter)")
            }
        }
    }
}
