import AdminProtocol
import Store
import TestSupport
import Testing

@Suite struct MergeTests {
    /// What somebody did, as lines, who is `$P`.
    private static let first = [
        "person join $P organisation=O-1 from=2026-01-01 until=2026-04-30",
        "training record programme=CDSMP kind=leader from=2026-02-02 until=2026-02-05 "
            + "organisation=O-1 trainers=P-1,P-2 passed=$P,P-3,P-4",
        "certification award $P programme=CPSMP role=leader trained-on=2026-02-10 evidence=one",
        "certification suspend $P programme=CPSMP role=leader from=2026-03-01 until=2026-03-31",
    ]
    private static let second = [
        "person join $P organisation=O-1 from=2026-04-01", "person join $P organisation=O-2",
        "workshop record programme=CDSMP organisation=O-1 from=2026-03-02 until=2026-04-06 "
            + "sessions=6 leaders=P-3,$P",
        "certification award $P programme=CPSMP role=leader trained-on=2026-04-10 evidence=two",
        "certification suspend $P programme=CPSMP role=leader from=2026-03-15 until=2026-04-15",
        "certification award $P programme=TOMANDO role=leader trained-on=2026-04-10 evidence=two",
    ]
    private static let both =
        "workshop record programme=CDSMP organisation=O-1 from=2026-04-13 until=2026-05-18 "
        + "sessions=6 leaders=P-7,P-8,P-3"

    private static func play(
        _ lines: [String], as person: String, _ session: TestSession
    ) async throws {
        for line in lines { try await session.done(line.replacing("$P", with: person)) }
    }

    /// P-7 and P-8, who are one; the workshop that P-8 led stands on an award of their own.
    private static func withTwo(
        _ body: @Sendable (TestDatabase, TestSession) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.beginScene()
            try await session.done(
                "person add name=\"Ann Example\" peer-for=CPSMP external-id=ann",
                "person add name=\"A. Example\" email=ann@x.example professions=nurse")
            try await play(first, as: "P-7", session)
            try await session.done(
                "certification award P-8 programme=CDSMP role=leader trained-on=2026-02-05 "
                    + "evidence=two")
            try await play(second, as: "P-8", session)
            try await body(database, session)
        }
    }

    /// All that the tables hold of the registry, but for versions.
    private static func registry(_ database: TestDatabase) async throws -> [String] {
        let tables = try await database.lines(
            """
            SELECT tablename FROM pg_tables
            WHERE schemaname = 'public' AND tablename NOT IN (
                'event', 'event_personal', 'event_block')
            ORDER BY 1
            """)
        var rows: [String] = []
        for table in tables {
            rows += try await database.lines(
                "SELECT '\(table)', to_jsonb(t) - 'version' FROM \(table) t ORDER BY 2")
        }
        return rows
    }

    @Test func showsBothAndWhatBothHad() async throws {
        try await Self.withTwo { _, session in
            try await session.done(Self.both)
            let line = "person merge P-8 into=P-7"
            let dry = try await session.done(line + " dry-run=yes")
            let reply = try await session.done(line)
            #expect(dry.data == reply.data)
            let (mark, other) = (reply.data[0], reply.data[1])
            #expect(mark["id"] == "P-8")
            #expect(mark["merged-into"] == "P-7")
            #expect(mark["affiliations"] == nil)
            #expect(other["name"] == "Ann Example")
            #expect(other["email"] == "ann@x.example")
            #expect(other["professions"] == "nurse")
            #expect(other["peer-for"] == "CPSMP")
            #expect(other["affiliations"] == "O-1:2026-01-01/,O-2:2026-06-01/")
            #expect(other["merged"] == "P-8")
            let twice = reply.data.filter { $0.kind == "duplicate" }
            #expect(twice.count == 3, "\(reply.lines)")
            #expect(twice.first?["certification"] != nil)
            #expect(twice.last?["workshop"] == "W-2")
            let workshops = try await session.done("workshop list person=P-7").data
            #expect(workshops.compactMap { $0["id"] } == ["W-1", "W-2"])
            let suspended = "check person P-7 programme=CPSMP as=leader on="
            for (day, state) in [("2026-03-01", "suspended"), ("2026-04-15", "suspended")] {
                #expect(try await session.done(suspended + day)["state"] == state)
            }
            let events = try await session.done("event list command=\"person merge\"").data
            #expect(events.map { $0["thing"] } == ["P-8", "P-7"])
            try await session.expectSound()
        }
    }

    /// Two leaders who are one are not enough.
    @Test func tellsWhoMayOfferNoMore() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            try await session.done(
                "licence grant O-2 type=multiple programmes=CDSMP from=2026-01-01")
            for number in 7...8 {
                try await session.done(
                    "person add name=Ann", "person join P-\(number) organisation=O-2",
                    "certification award P-\(number) programme=CDSMP role=leader "
                        + "trained-on=2026-02-05 evidence=paper")
            }
            let check = "check organisation O-2 programme=CDSMP"
            #expect(try await session.done(check)["may-offer"] == "yes")
            let reply = try await session.done("person merge P-8 into=P-7")
            let affected = reply.data.filter { $0.kind == "affected" && $0["about"] == "O-2" }
            #expect(affected.map { $0["may-offer"] } == ["no"], "\(reply.lines)")
            #expect(affected.first?["reasons"] == "too-few-leaders")
            #expect(try await session.done(check)["may-offer"] == "no")
            let back = try await session.done("person unmerge P-8")
            let again = back.data.filter { $0.kind == "affected" && $0["about"] == "O-2" }
            #expect(again.map { $0["may-offer"] } == ["yes"], "\(back.lines)")
        }
    }

    /// The mark names the other, by id and external id, one after another; `show` shows itself.
    @Test func answersToTheOldNames() async throws {
        try await Self.withTwo { _, session in
            try await session.done("person merge ext:ann into=P-8")
            for name in ["P-7", "ext:ann", "P-8"] {
                let standing = try await session.done("check person \(name) programme=CPSMP")
                #expect(standing["person"] == "P-8")
            }
            #expect(try await session.done("person show P-7")["merged-into"] == "P-8")
            try await session.done("person merge P-8 into=P-6")
            #expect(try await session.done("check person P-7 programme=CPSMP")["person"] == "P-6")
            try await session.done("person amend P-7 name=\"Ann B\"")
            #expect(try await session.done("person show P-6")["name"] == "Ann B")
            let imported = await session.importing(
                "certifications",
                "person,programme,role,trained-on,evidence\n"
                    + "ext:ann,CDSMP,leader,2026-05-15,paper\n")
            #expect(imported.summary == "1/1/0/0")
            let standing = try await session.done("check person P-6 programme=CDSMP as=leader")
            #expect(standing["anchor"] == "2026-05-15")
            try await session.expectSound()
        }
    }

    @Test(arguments: ["P-8 into=P-7", "P-7 into=P-8"]) func isTakenBack(_ way: String)
        async throws
    {
        try await Self.withTwo { database, session in
            try await session.done(
                Self.both, "account add ann role=trainer person=P-8", "account token ann")
            try await session.on("2026-12-30").done("expiry run")
            let before = try await Self.registry(database)
            try await session.done("person merge \(way)")
            #expect(try await Self.registry(database) != before)
            let other = String(way.suffix(3))
            #expect(
                try await session.done("account show ann")["person"]
                    == (way.hasPrefix("P-8") ? other : "P-8"))
            try await session.expectSound()
            let merged = String(way.prefix(3))
            try await session.done("person unmerge \(merged) reason=\"two of a name\"")
            #expect(try await Self.registry(database) == before)
            try await session.expectSound()
            _ = try await EventSealer(database.store).seal()
            #expect(try await session.done("audit verify").final("intact") == "yes")
        }
    }

    /// What was recorded since the merge stays where it was recorded.
    @Test func keepsWhatCameSince() async throws {
        try await Self.withTwo { _, session in
            try await session.done(
                "person merge P-8 into=P-7", "person leave P-7 organisation=O-1 until=2026-05-31",
                "person amend P-7 email=new@x.example",
                "certification award P-7 programme=TOMANDO role=leader trained-on=2026-05-10 "
                    + "evidence=new",
                "workshop record programme=CDSMP organisation=O-1 from=2026-04-13 "
                    + "until=2026-05-18 sessions=6 leaders=P-7,P-3",
                "person unmerge P-8")
            let person = try await session.done("person show P-7")
            #expect(person["email"] == "new@x.example")
            #expect(person["professions"] == nil)
            #expect(person["affiliations"] == "O-1:2026-01-01/2026-05-31")
            let other = try await session.done("person show P-8")
            #expect(other["affiliations"] == "O-1:2026-04-01/,O-2:2026-06-01/")
            let workshops = try await session.done("workshop list person=P-7").data
            #expect(workshops.compactMap { $0["id"] } == ["W-2"])
            let anchors = [("P-7", "2026-05-10"), ("P-8", "2026-04-10")]
            for (name, anchor) in anchors {
                let standing = try await session.done(
                    "check person \(name) programme=TOMANDO as=leader")
                #expect(standing["anchor"] == anchor)
            }
            try await session.expectSound()
        }
    }

    /// A decision about what was merged is not lost: it is taken back first.
    @Test func refusesToLoseADecision() async throws {
        try await Self.withTwo { _, session in
            try await session.done(
                "person merge P-8 into=P-7",
                "certification revoke P-7 programme=TOMANDO role=leader from=2026-05-30")
            let refused = await session.send("person unmerge P-8")
            #expect(refused.outcome == "NO conflict")
            #expect(refused.final("certification") != nil)
            try await session.done(
                "certification restore person=P-7 programme=TOMANDO role=leader reason=because",
                "person unmerge P-8")
        }
    }

    @Test(arguments: [
        ("person merge P-7 into=P-7", "NO conflict"), ("person merge P-7 into=P-9", "NO not-found"),
        ("person merge P-9 into=P-7", "NO not-found"), ("person unmerge P-7", "NO conflict"),
        ("person unmerge P-9", "NO not-found"), ("person merge P-5 into=P-7", "NO conflict"),
        ("person merge P-7 into=P-5", "NO conflict"), ("person unmerge P-5", "NO conflict"),
        ("person merge P-7 into=P-8 if-version=9", "NO version-conflict"),
    ])
    func refuses(_ line: String, _ outcome: String) async throws {
        try await Self.withTwo { database, session in
            try await session.done("person erase P-5")
            let before = try await database.contents()
            #expect(await session.send(line).outcome == outcome)
            #expect(try await database.contents() == before)
        }
    }

    @Test func isUnmergedFromTheEndOfTheChain() async throws {
        try await Self.withTwo { database, session in
            let before = try await Self.registry(database)
            try await session.done("person merge P-7 into=P-8", "person merge P-8 into=P-6")
            #expect(await session.send("person merge P-7 into=P-6").outcome == "NO conflict")
            #expect(await session.send("person unmerge P-7").final("person") == "P-8")
            try await session.expectSound()
            try await session.done("person unmerge P-8", "person unmerge P-7")
            #expect(try await Self.registry(database) == before)
            try await session.done("person merge P-7 into=P-6", "person merge P-8 into=P-6")
            #expect(await session.send("person unmerge P-7").final("person") == "P-8")
            try await session.done("person unmerge P-8", "person unmerge P-7")
            #expect(try await Self.registry(database) == before)
        }
    }

    @Test func isDoneOnceOfTwoAtOnce() async throws {
        for _ in 1...5 {
            try await Self.withTwo { _, session in
                async let one = session.send("person merge P-7 into=P-8")
                async let other = session.send("person merge P-8 into=P-7")
                let outcomes = await [one.outcome, other.outcome].sorted()
                #expect(outcomes == ["NO conflict", "OK"])
                try await session.expectSound()
            }
        }
    }

    /// Who is erased is erased with all that they were taken for.
    @Test func isErasedAsOne() async throws {
        try await Self.withTwo { database, session in
            try await session.done("person merge P-8 into=P-7", "person erase P-8")
            for number in [7, 8] {
                #expect(
                    try await database.lines(
                        "SELECT erased_on FROM person WHERE id = \(number)") == ["2026-06-01"])
            }
            #expect(try await database.lines("SELECT moved FROM person_merge") == [])
            #expect(await session.send("person unmerge P-8").outcome == "NO conflict")
            #expect(try await session.done("audit verify").final("intact") == "yes")
            try await session.expectSound()
        }
    }
}
