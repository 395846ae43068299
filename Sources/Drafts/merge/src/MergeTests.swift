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

    private static let person = "name=\"Ann Example\" peer-for=CPSMP external-id=ann"
    private static let again = "name=\"A. Example\" email=ann@x.example professions=nurse"

    private static func play(
        _ lines: [String], as person: String, _ session: TestSession
    ) async throws {
        for line in lines { try await session.done(line.replacing("$P", person)) }
    }

    /// P-7 and P-8, who are one; the workshop that P-8 led stands on a training of their own.
    private static func withTwo(
        _ body: @Sendable (TestDatabase, TestSession) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.beginScene()
            try await session.done("person add \(person)", "person add \(again)")
            try await play(first, as: "P-7", session)
            try await session.done(
                "certification award P-8 programme=CDSMP role=leader trained-on=2026-02-05 "
                    + "evidence=two")
            try await play(second, as: "P-8", session)
            try await body(database, session)
        }
    }

    /// The lines that tell of both, without versions.
    private static func told(_ session: TestSession) async throws -> [String] {
        var lines: [String] = []
        for line in [
            "person show P-7", "person list", "certification list limit=1000", "training list",
            "workshop list", "check person P-7 programme=CDSMP", "check person P-8 programme=CDSMP",
            "check person P-7 programme=CPSMP on=2026-05-01", "check person P-8 programme=TOMANDO",
            "check organisation O-1 programme=CPSMP", "check organisation O-2 programme=TOMANDO",
        ] {
            lines += try await session.done(line).lines
        }
        return lines.map { line in
            line.split(separator: " ").filter { !$0.hasPrefix("version=") }.joined(separator: " ")
        }
    }

    @Test func isAsIfTheyHadAlwaysBeenOne() async throws {
        let questions = [
            "check person P-7 programme=CDSMP", "check person P-7 programme=CPSMP",
            "check person P-7 programme=CPSMP on=2026-04-12", "workshop list person=P-7",
            "check person P-7 programme=TOMANDO", "check organisation O-1 programme=CDSMP",
            "certification list person=P-7 programme=CDSMP",
        ]
        let wanted = Answers()
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.beginScene()
            try await session.done("person add \(Self.person)", "person add name=Nobody")
            try await Self.play(Self.first, as: "P-7", session)
            try await session.done("person leave P-7 organisation=O-1 until=2026-03-31")
            let alone = Self.second.filter { !$0.contains("programme=CPSMP") }
            try await Self.play(alone, as: "P-7", session)
            try await session.done(
                "certification reinstate P-7 programme=CPSMP role=leader from=2026-03-15",
                "certification suspend P-7 programme=CPSMP role=leader from=2026-03-15 "
                    + "until=2026-04-15",
                "certification award P-7 programme=CPSMP role=leader trained-on=2026-04-10 "
                    + "evidence=two")
            await wanted.set(try await Self.answers(questions, session))
        }
        try await Self.withTwo { _, session in
            try await session.done("person merge P-8 into=P-7")
            let found = try await Self.answers(questions, session)
            #expect(found == (await wanted.lines))
        }
    }

    private actor Answers {
        var lines: [String] = []
        func set(_ lines: [String]) { self.lines = lines }
    }

    private static func answers(
        _ questions: [String], _ session: TestSession
    ) async throws -> [String] {
        var lines: [String] = []
        for question in questions { lines += try await session.done(question).lines }
        return lines.map { line in
            line.split(separator: " ")
                .filter { !$0.hasPrefix("version=") && !$0.hasPrefix("id=C-") }
                .joined(separator: " ")
        }
    }

    @Test func showsBothAndWhatBothHad() async throws {
        try await Self.withTwo { _, session in
            try await session.done(
                "workshop record programme=CDSMP organisation=O-1 from=2026-04-13 "
                    + "until=2026-05-18 sessions=6 leaders=P-7,P-8")
            let reply = try await session.done("person merge P-8 into=P-7")
            #expect(
                reply.data.map(\.kind)
                    == ["person", "person", "duplicate", "duplicate", "duplicate"])
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
            #expect(reply.data[2]["certification"] != nil)
            #expect(reply.data[4]["workshop"] == "W-2")
            let events = try await session.done("event list command=\"person merge\"").data
            #expect(events.map { $0["thing"] } == ["P-8", "P-7"])
        }
    }

    /// Old ids and external ids still name the person.
    @Test func stillAnswersToTheOldNames() async throws {
        try await Self.withTwo { _, session in
            try await session.done("person merge ext:ann into=P-8")
            for name in ["P-7", "ext:ann", "P-8"] {
                #expect(try await session.done("person show \(name)")["id"] == "P-8")
                let standing = try await session.done("check person \(name) programme=CPSMP")
                #expect(standing["person"] == "P-8")
            }
            try await session.done("person merge P-8 into=P-6")
            #expect(try await session.done("person show P-7")["id"] == "P-6")
            try await session.done("person amend P-7 name=\"Ann B\"")
            #expect(try await session.done("person show P-6")["name"] == "Ann B")
        }
    }

    @Test(arguments: ["P-8 into=P-7", "P-7 into=P-8"]) func isTakenBack(_ way: String)
        async throws
    {
        try await Self.withTwo { database, session in
            try await session.done(
                "workshop record programme=CDSMP organisation=O-1 from=2026-04-13 "
                    + "until=2026-05-18 sessions=6 leaders=P-7,P-8")
            let before = try await Self.told(session)
            let standing = try await database.lines("SELECT s::text FROM standing s ORDER BY 1")
            try await session.done("person merge \(way)")
            #expect(try await Self.told(session) != before)
            let merged = String(way.prefix(3))
            try await session.done("person unmerge \(merged) reason=\"two of a name\"")
            #expect(try await Self.told(session) == before)
            #expect(
                try await database.lines("SELECT s::text FROM standing s ORDER BY 1") == standing)
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
                "certification reinstate P-7 programme=CPSMP role=leader from=2026-04-01",
                "workshop record programme=CDSMP organisation=O-1 from=2026-04-13 "
                    + "until=2026-05-18 sessions=6 leaders=P-7,P-3",
                "person unmerge P-8")
            let person = try await session.done("person show P-7")
            #expect(person["email"] == "new@x.example")
            #expect(person["affiliations"] == "O-1:2026-01-01/2026-05-31")
            let other = try await session.done("person show P-8")
            #expect(other["affiliations"] == "O-1:2026-04-01/,O-2:2026-06-01/")
            let workshops = try await session.done("workshop list person=P-7").data
            #expect(workshops.compactMap { $0["id"] } == ["W-2"])
            let check = "programme=CPSMP as=leader on=2026-04-10"
            #expect(try await session.done("check person P-7 \(check)")["state"] == "provisional")
            #expect(try await session.done("check person P-8 \(check)")["state"] == "suspended")
        }
    }

    @Test(arguments: [
        ("person merge P-7 into=P-7", "NO conflict"), ("person merge P-7 into=P-9", "NO not-found"),
        ("person merge P-9 into=P-7", "NO not-found"), ("person unmerge P-7", "NO conflict"),
        ("person unmerge P-9", "NO not-found"), ("person merge P-5 into=P-7", "NO conflict"),
        ("person merge P-7 into=P-5", "NO conflict"),
        ("person merge P-7 into=P-8 if-version=9", "NO version-conflict"),
    ])
    func refuses(_ line: String, _ outcome: String) async throws {
        try await Self.withTwo { _, session in
            try await session.done("person erase P-5")
            #expect(await session.send(line).outcome == outcome)
        }
    }

    @Test func isUnmergedFromTheEndOfTheChain() async throws {
        try await Self.withTwo { _, session in
            try await session.done("person merge P-7 into=P-8", "person merge P-8 into=P-6")
            #expect(await session.send("person merge P-7 into=P-6").outcome == "NO conflict")
            let early = await session.send("person unmerge P-7")
            #expect(early.final("person") == "P-8")
            try await session.done("person unmerge P-8", "person unmerge P-7")
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
            let events = try await session.done("event list command=\"person erase\"").data
            #expect(events.map { $0["thing"] } == ["P-7", "P-8"])
            #expect(try await database.lines("SELECT moved::text FROM person_merge") == [])
            #expect(await session.send("person unmerge P-8").outcome == "NO conflict")
            #expect(try await session.done("audit verify").final("intact") == "yes")
        }
    }
}
