import TestSupport
import Testing

/// What is not understood is `BAD` and tries nothing.
@Suite struct BadInputTests {
    /// A line, the code, and the argument that is named.
    static let lines: [(String, String, String?)] = [
        ("licence", "unknown-command", nil), ("licence grnt O-1", "unknown-command", nil),
        ("organisation add name=x", "missing-argument", "country"),
        ("organisation add name=x country=ZZ", "bad-value", "country"),
        ("organisation add name=\"\" country=IE", "bad-value", "name"),
        ("organisation add name=x country=IE sector=church", "bad-value", "sector"),
        ("organisation add name=x country=IE timezone=Mars/One", "bad-value", "timezone"),
        ("organisation add name=x country=IE contact=nobody", "bad-value", "contact"),
        ("organisation add name=x country=IE parent=P-1", "bad-value", "parent"),
        ("organisation add name=x name=y country=IE", "duplicate-argument", "name"),
        ("organisation add name=x country=IE if-version=1", "unknown-argument", "if-version"),
        ("organisation show", "missing-argument", "organisation"),
        ("organisation show P-1", "bad-value", "organisation"),
        ("organisation show O-0", "bad-value", "organisation"),
        ("organisation show O-99999999999999999999", "bad-value", "organisation"),
        ("organisation list limit=0", "bad-value", "limit"),
        ("organisation list limit=1001", "bad-value", "limit"),
        ("organisation list after=P-1", "bad-value", "after"),
        ("organisation show O-1 request=x", "unknown-argument", "request"),
        ("person add name=x email=no-address", "bad-value", "email"),
        ("person add name=x peer-for=1", "bad-value", "peer-for"),
        ("person join P-1 organisation=O-1 from=2023-02-29", "bad-value", "from"),
        ("person leave P-1 organisation=O-1 from=today until=today", "bad-value", "from"),
        ("licence grant O-1 type=double programmes=CDSMP", "bad-value", "type"),
        ("licence grant O-1 type=single programmes=", "syntax", nil),
        ("licence grant O-1 type=single programmes=\"\"", "bad-value", "programmes"),
        (
            "licence grant O-1 type=multiple programmes=CDSMP workshops-per-year=-1", "bad-value",
            "workshops-per-year"
        ),
        ("licence show L-1 L-2", "syntax", nil),
        (
            "training record programme=CDSMP kind=leader from=2026-02-02 until=2026-02-05 "
                + "organisation=O-1 trainers=P-1 passed=P-2 days=1.2", "bad-value", "days"
        ),
        (
            "training record programme=CDSMP kind=leader from=2026-02-02 until=2026-02-05 "
                + "organisation=O-1 trainers=P-1,P-2 passed=P-3 failed=P-3", "bad-value", "failed"
        ),
        (
            "workshop record programme=CDSMP organisation=O-1 from=2026-03-02 until=2026-04-06 "
                + "sessions=99999999999999999999", "bad-value", "sessions"
        ),
        ("certification show", "missing-argument", "person"),
        ("certification show C-1 person=P-1", "bad-value", "person"),
        ("certification show ext:x", "missing-argument", "programme"),
        ("certification show O-1", "bad-value", "certification"),
        ("certification award P-1 programme=CDSMP role=boss", "missing-argument", "trained-on"),
        ("check person P-1 programme=CDSMP as=boss", "bad-value", "as"),
        ("check trainee P-1 programme=CDSMP", "missing-argument", "kind"),
        ("expiry run on=2026-06-02", "bad-value", "on"),
        ("expiry history after=N-1", "bad-value", "after"),
        ("notice ack ext:x", "bad-value", "notice"),
        ("notice list rule=nonsense", "bad-value", "rule"),
        ("programme define ANY title=x sessions=1 modes=in-person", "bad-value", "code"),
        ("programme define X title=x sessions=6-1 modes=in-person", "bad-value", "sessions"),
        ("programme define X title=x sessions=1 modes=in-person:9-3", "bad-value", "modes"),
        ("programme define X title=x sessions=1 modes=a,a", "bad-value", "modes"),
        (
            "programme define X title=x sessions=1 modes=a leaders=1 peers=2", "bad-value", "peers"
        ),
        (
            "programme define X title=x sessions=1 modes=a leaders=1 professions=doctor",
            "bad-value", "professions"
        ),
        (
            "programme define X title=x sessions=1 modes=a formats=leader:4", "bad-value",
            "formats"
        ),
        ("person add name=x request=\"a b\"", "bad-value", "request"),
        ("person add name=x request=\"\"", "bad-value", "request"),
        ("person add name=x dry-run=perhaps", "bad-value", "dry-run"),
        ("person amend P-1 if-version=0", "bad-value", "if-version"),
    ]

    @Test func isBadAndChangesNothing() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.playScene()
            let before = try await database.contents()
            for (line, code, argument) in Self.lines {
                let reply = await session.send(line)
                #expect(reply.outcome == "BAD \(code)", "\(line): \(reply.lines)")
                #expect(argument == nil || reply.final("argument") == argument, "\(line)")
                #expect(code != "bad-value" || reply.final("want") != nil, "\(line)")
                #expect(reply.final("message")?.isEmpty == false)
            }
            #expect(try await database.contents() == before)
        }
    }

    @Test func namesTheNearestCommand() async throws {
        try await TestSession.with { session in
            let reply = await session.send("licence grnt O-1")
            #expect(reply.final("did-you-mean") == "licence grant")
        }
    }
}
