import AdminProtocol
import Testing

@Suite struct WorkshopTests {
    private static let record =
        "workshop record programme=CDSMP organisation=O-1 "
        + "from=2026-04-13 until=2026-05-18 sessions=6 leaders=P-3,P-4"

    static let judged: [(String, String)] = [
        (record, "OK"), (record.replacing("leaders=", "staff="), "OK"),
        (record.replacing("leaders=P-3,P-4", "leaders=P-3 staff=P-4"), "OK"),
        (record.replacing("P-3,P-4", "P-1,P-2") + " mode=virtual", "OK"),
        (record.replacing("until=2026-05-18", "until=2026-04-12"), "dates-invalid"),
        (record.replacing("until=2026-05-18", "until=2026-06-02"), "date-in-future"),
        (record + " mode=toolkit", "mode-not-offered"),
        (record.replacing("sessions=6", "sessions=5"), "session-count"),
        (record + " minutes=149", "session-count"),
        (record.replacing("O-1", "O-2"), "no-licence"),
        (record.replacing("P-3,P-4", "P-3,P-3"), "too-few-leaders"),
        (record.replacing(" leaders=P-3,P-4", ""), "too-few-leaders"),
        (record.replacing("P-3,P-4", "P-3,P-5"), "leader-not-authorised"),
        (record.replacing("CDSMP", "CPSMP").replacing("P-3,P-4", "P-1,P-2"), "no-peer-leader"),
        (record + " enrolled=10 completers=11", "completers-exceed-enrolled"),
        (
            record.replacing("sessions=6", "sessions=7").replacing("P-3,P-4", "P-5")
                .replacing("O-1", "O-2"),
            "session-count no-licence too-few-leaders leader-not-authorised"
        ),
        (
            record.replacing("CDSMP", "PMP").replacing("sessions=6", "sessions=12 minutes=180"),
            "profession-missing profession-missing profession-missing"
        ),
    ]

    @Test(arguments: judged) func isJudged(_ line: String, _ wanted: String) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let reply = await session.send(line)
            if wanted == "OK" {
                #expect(reply.isOK, "\(reply.lines)")
                return
            }
            #expect(reply.codes().joined(separator: " ") == wanted, "\(reply.lines)")
            #expect(reply.final.code == reply.codes().first)
            #expect(try await session.done("workshop list").data.count == 1)
        }
    }

    @Test func keepsAllThatIsSaidAndWarns() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let shown =
                "* workshop id=W-2 programme=CDSMP organisation=O-1 site=\"Town hall\" "
                + "mode=in-person language=en from=2026-04-13 until=2026-05-18 sessions=6 "
                + "minutes=160 leaders=P-3,P-4 enrolled=9 completers=0 licence=L-1 "
                + "external-id=\"w\" state=recorded version=1"
            let recorded = await session.send(
                Self.record + " site=\"Town hall\" mode=in-person language=en minutes=160 "
                    + "enrolled=9 completers=0 external-id=w")
            #expect(recorded.lines.first == shown)
            #expect(recorded.codes("warning") == ["group-size"])
            #expect(await session.send("workshop show ext:w").lines == [shown, "OK"])
            #expect(await session.send(Self.record + " external-id=w").outcome == "NO conflict")
        }
    }

    /// A workshop keeps its leaders current: their window is the next one then.
    @Test func keepsLeadersCurrent() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let standing = try await session.done("check person P-3 programme=CDSMP as=leader")
            #expect(standing["state"] == "active")
            #expect(standing["anchor"] == "2026-02-05")
            #expect(standing["current-until"] == "2028-02-05")
        }
    }

    @Test(arguments: [
        ("", "W-1 W-2"), ("programme=CPSMP", ""), ("mode=virtual", "W-2"),
        ("organisation=O-1", "W-1 W-2"), ("person=P-1", "W-2"), ("person=P-3", "W-1"),
        ("from=2026-04-07", "W-2"), ("until=2026-04-12", "W-1"),
    ])
    func lists(_ filter: String, _ wanted: String) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(Self.record.replacing("P-3,P-4", "P-1,P-2") + " mode=virtual")
            let found = try await session.done("workshop list \(filter)").data
            #expect(found.compactMap { $0["id"] }.joined(separator: " ") == wanted)
        }
    }
}
