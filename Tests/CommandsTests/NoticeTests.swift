import AdminProtocol
import Commands
import Testing

/// Seeing to notices: acknowledging, letting rest, and finding them by it.
@Suite struct NoticeTests {
    /// L-1 ends on 2028-12-31: on 2028-12-01 the ladder announces it as N-1 and more.
    private static func withNotice(
        _ body: @Sendable (TestSession, String) async throws -> Void
    ) async throws {
        try await TestSession.with(today: "2028-12-01") { session in
            try await session.done(
                "organisation add name=West country=IE",
                "licence grant O-1 type=multiple programmes=CDSMP from=2026-01-01",
                "expiry run")
            let list = try await session.done("notice list licence=L-1 rule=expiring")
            try await body(session, try #require(list["id"]))
        }
    }

    @Test func anOwnerSeesToIt() async throws {
        try await Self.withNotice { session, id in
            let first = try await session.done("notice snooze \(id) until=2028-12-10 owner=west")
            #expect(first["state"] == "snoozed")
            #expect(first["snoozed-until"] == "2028-12-10")
            #expect(first["owner"] == "west")
            // The owner stays; a later snooze moves the day.
            let second = try await session.done("notice snooze \(id) until=2028-12-20")
            #expect(second["owner"] == "west")
            #expect(second["snoozed-until"] == "2028-12-20")
            let mine = try await session.done("notice list owner=west")
            #expect(mine.data.map { $0["id"] } == [id])
            let done = try await session.done("notice ack \(id)")
            #expect(done["state"] == "acknowledged")
            #expect(done["owner"] == "west")
        }
    }

    @Test func whoAcknowledgesOwnsWhatNobodyDid() async throws {
        try await Self.withNotice { session, id in
            #expect(try await session.done("notice ack \(id)")["owner"] == "unix:0")
            let events = try await session.done("event list \(id) command=\"notice ack\"")
            #expect(events["account"] == "unix:0")
        }
    }

    @Test func itIsOpenAgainOnTheDayAfter() async throws {
        try await Self.withNotice { session, id in
            try await session.done("notice snooze \(id) until=2028-12-10")
            for (day, state) in [("2028-12-10", "snoozed"), ("2028-12-11", "open")] {
                let there = try session.on(day)
                let found = try await there.done("notice list state=\(state) licence=L-1").data
                #expect(found.contains { $0["id"] == id }, "\(day)")
                let open = try await there.done("notice list open=yes licence=L-1").data
                #expect(open.contains { $0["id"] == id } == (state == "open"), "\(day)")
            }
        }
    }

    static let refused: [(line: String, outcome: String, argument: String?)] = [
        ("notice snooze ID until=2028-12-01", "BAD bad-value", "until"),
        ("notice snooze ID", "BAD missing-argument", "until"),
        ("notice snooze N-99 until=2028-12-10", "NO not-found", nil),
        ("notice snooze ID until=2028-12-10 if-version=7", "NO version-conflict", nil),
        ("notice list state=nonsense", "BAD bad-value", "state"),
        ("notice list state=snoozed open=yes", "BAD bad-value", "open"),
    ]

    @Test func refusesAndChangesNothing() async throws {
        try await Self.withNotice { session, id in
            for (line, outcome, argument) in Self.refused {
                let reply = await session.send(
                    line.split(separator: "ID", omittingEmptySubsequences: false)
                        .joined(separator: id))
                #expect(reply.outcome == outcome, "\(line): \(reply.lines)")
                #expect(reply.final("argument") == argument, "\(line)")
            }
            let list = try await session.done("notice list licence=L-1 rule=expiring")
            #expect(list["version"] == "1")
            try await session.done("notice ack \(id)")
            let late = await session.send("notice snooze \(id) until=2028-12-10")
            #expect(late.outcome == "NO conflict")
        }
    }
}
