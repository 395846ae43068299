import AdminProtocol
import TestSupport
import Testing

/// An export, stored under `rules=trust` in an empty registry, makes the same registry of it.
@Suite struct RoundTripTests {
    /// In the order in which files are stored.
    private static let kinds = [
        "programmes", "prerequisites", "organisations", "policy", "people", "affiliations",
        "licences", "coverage", "certifications", "trainings", "workshops", "suspensions",
        "revocations",
    ]
    private static let days = [
        "2026-02-06", "2026-03-15", "2026-06-01", "2027-03-01", "2028-07-01",
    ]

    @Test func anExportMakesTheSameRegistry() async throws {
        let whole = try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await Self.fill(session)
            // Two who turned out to be one, who turned out to be P-2.
            try await database.execute(
                "UPDATE person SET merged_into = 14 WHERE id = 13; "
                    + "UPDATE person SET merged_into = 2 WHERE id = 14")
            return try await Self.everything(session)
        }
        try await TestSession.with { session in
            for kind in Self.kinds {
                let file = try #require(whole.files[kind])
                let line = "\(kind) rules=trust reason=\"moved here\""
                let reply = await session.importing(line, file, pieceSize: 1_000)
                try #require(
                    reply.outcome == "OK", "\(kind): \(reply.lines.joined(separator: "\n"))")
            }
            let again = try await Self.everything(session)
            for kind in Self.kinds { #expect(again.files[kind] == whole.files[kind], "\(kind)") }
            #expect(again.answers.count == whole.answers.count)
            for (now, then) in zip(again.answers, whole.answers) { #expect(now == then) }
            // Sent once more, nothing is new.
            for kind in Self.kinds {
                let file = try #require(whole.files[kind])
                let reply = await session.importing(
                    "\(kind) rules=trust reason=\"once more\"", file, pieceSize: 1_000)
                #expect(reply.data.last?["stored"] == "0", "\(kind)")
                #expect(reply.outcome == "OK", "\(kind): \(reply.lines.joined(separator: "\n"))")
            }
            // What a merge elsewhere moved did not come along.
            #expect(await session.send("person unmerge P-13").outcome == "NO conflict")
            // Numbers that a file gave are not given again.
            let added = try await session.done("person add name=Later")
            #expect(added["id"] == "P-15")
        }
    }

    /// What is taken from another registry's word needs a reason, and a judged import does not
    /// take it.
    @Test func onlyATrustedFileTellsHistory() async throws {
        try await TestSession.with { session in
            let file = "id,name,country,closed-on\nO-7,Closed,IE,2026-01-01\n"
            let missing = await session.send("import organisations rules=trust")
            #expect(missing.outcome == "BAD missing-argument")
            let judged = await session.importing("organisations", file)
            #expect(judged.refusedRows == ["2 bad-value"])
            let plain = await session.importing(
                "organisations", "id,name,country\nO-7,Open,IE\n")
            #expect(plain.summary == "1/1/0/0")
            let open = try await session.done("organisation show O-1")
            #expect(open["name"] == "Open")
            let trusted = await session.importing("organisations rules=trust reason=moved", file)
            #expect(trusted.summary == "1/1/0/0")
            let closed = try await session.done("organisation show O-7")
            #expect(closed["closed-on"] == "2026-01-01")
            let events = try await session.done("event list thing=O-7")
            #expect(events["reason"] == "moved")
            let taken = await session.importing(
                "organisations rules=trust reason=moved", "id,name,country\nO-7,Other,IE\n")
            #expect(taken.refusedRows == ["2 conflict"])
        }
    }

    /// What the database holds by itself, no file's word sets aside.
    @Test(arguments: [
        (
            "trainings",
            "programme,kind,from,until,organisation,trainers\nCDSMP,leader,"
                + "2026-02-05,2026-02-01,O-1,P-1\n", "2 dates-invalid"
        ),
        (
            "licences", "organisation,type,programmes,from\nO-1,single,any,2030-01-01\n",
            "2 type-scope"
        ),
        (
            "licences", "organisation,type,programmes,from\nO-1,multiple,CDSMP,2026-05-01\n",
            "2 licence-overlap"
        ),
    ])
    func aTrustedFileMustHoldTogether(
        _ kind: String, _ file: String, _ refused: String
    ) async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            let reply = await session.importing("\(kind) rules=trust reason=moved", file)
            #expect(reply.refusedRows == [refused])
        }
    }
}

extension RoundTripTests {
    struct Everything {
        var files: [String: String] = [:]
        /// What the registry answers, line by line.
        var answers: [String] = []
    }

    /// A registry with every fact that commands make.
    private static func fill(_ session: TestSession) async throws {
        try await fillRules(session)
        try await session.playScene()
        try await fillPeople(session)
        try await fillLicences(session)
        try await fillCourses(session)
        try await fillCertifications(session)
    }

    private static func fillRules(_ session: TestSession) async throws {
        try await session.done(
            "programme define SWC title=\"Größe, \\\"zwei\\\"\\nZeilen\" sessions=2 minutes=420 "
                + "modes=in-person,virtual:3-9:1 leaders=2 licence-types=multiple,umbrella "
                + "formats=leader/standard:2 needs=CDSMP",
            "programme define TEAM title=Team sessions=6- modes=in-person "
                + "professions=doctor,nurse",
            "programme amend CPSMP modes=in-person:8-20,virtual:8-12,toolkit:3-5:1",
            "programme require SWC needs=CDSMP,CPSMP standing=current from=2027-01-01",
            "policy set number=report-grace-days value=30 from=2026-03-01 source=letter",
            "policy set severity=too-few-trainers value=waivable from=2026-01-01 source=letter",
            "policy set severity=no-licence value=waivable from=2026-01-01 source=letter",
            "policy set number=expiry-ladder-days value=90,30 from=2026-01-01 "
                + "until=2026-06-30 source=letter")
        let ended = try await session.done(
            "policy set retention=tutoring role=leader programme=SWC first=6 later=9 "
                + "counts-first=workshop:any from=2026-01-01 source=board")
        try await session.done("policy end \(ended["id"] ?? "-") until=2026-12-31")
        let shipped = try await session.done("policy list limit=1000").data.first {
            $0["retention"] == "delivery"
        }
        try await session.done("policy end \(shipped?["id"] ?? "-") until=2027-12-31")
    }

    private static func fillPeople(_ session: TestSession) async throws {
        try await session.done(
            "organisation add name=\"Ålborg, \\\"Kilden\\\"\\nNord\" country=DK parent=O-1 "
                + "timezone=Europe/Copenhagen contact=a@example.org sector=public",
            "organisation amend O-2 parent=O-3 external-id=\"O 2, second\"",
            "organisation add name=Closed country=DK external-id=gone",
            "organisation close O-4 on=2026-05-05",
            "person add name=\"Zoë Ångström\" email=zoe@example.org professions=doctor,nurse "
                + "peer-for=CPSMP,CDSMP external-id=\"a,b\"",
            "person add name=\"=Formula\"", "person add name=Nobody email=n@example.org",
            "person add name=Gone", "person add name=Twelve", "person add name=Last",
            "person add name=Thirteen", "person add name=\"Fourteen\"",
            "person join P-7 organisation=ext:gone from=2026-01-01 until=2026-04-30",
            "person join P-8 organisation=O-3 from=2026-01-01",
            "person join P-10 organisation=O-3 from=2026-01-01",
            "person leave P-8 organisation=O-3 until=2026-05-31",
            "person join P-8 organisation=O-3 from=2026-07-01",
            "policy set retention=local role=leader programme=CDSMP organisation=O-2 first=6 "
                + "counts-first=workshop:in-person from=2026-01-01 source=board",
            "policy set experience=first role=leader programme=CPSMP organisation=O-3 "
                + "needs=CDSMP from=2026-01-01 source=board")
    }

    private static func fillLicences(_ session: TestSession) async throws {
        try await session.done(
            "licence grant O-2 type=umbrella programmes=any from=2024-01-01 "
                + "workshops-per-year=3 trainings-per-year=1 external-id=um",
            "licence cover ext:um organisation=O-3 from=2024-02-01 until=2025-03-01",
            "licence cover ext:um organisation=O-1 from=2025-01-01",
            "licence uncover ext:um organisation=O-1 until=2026-03-31",
            "licence report ext:um year=2024-01-01 workshops=12 participants=140 trainings=2",
            "licence report ext:um year=2025-01-01 workshops=0 participants=0 trainings=0",
            "licence suspend ext:um from=2025-03-01 until=2025-03-31",
            "licence suspend ext:um from=2025-06-01", "licence reinstate ext:um from=2025-07-01",
            "licence renew ext:um external-id=um2",
            "licence grant O-3 type=single programmes=CDSMP language=da from=2025-01-01",
            "licence revoke L-4 from=2026-02-01",
            "licence grant O-3 type=single programmes=CDSMP language=da from=2026-02-01",
            "licence suspend L-5 from=2026-05-01")
    }

    private static func fillCourses(_ session: TestSession) async throws {
        try await session.done(
            "training record programme=CDSMP kind=leader from=2026-02-09 until=2026-02-12 "
                + "organisation=O-1 trainers=P-1 passed=P-5,P-10 failed=P-6 "
                + "waive=too-few-trainers reason=snow",
            "training record programme=CDSMP kind=leader from=2026-02-16 until=2026-02-19 "
                + "organisation=O-1 trainers=P-1,P-2 passed=P-7,P-8 external-id=\"x,y\"",
            "training record programme=CPSMP kind=cross format=one-day from=2026-03-20 "
                + "until=2026-03-20 organisation=O-1 trainers=P-1,P-2 passed=P-3,P-8",
            "training void T-4 reason=\"never held\"",
            "training schedule programme=CPSMP kind=cross format=two-day from=2026-09-01 "
                + "until=2026-09-02 organisation=O-1 trainers=P-1,P-2 attendees=P-3,P-4",
            "training schedule programme=CPSMP kind=cross format=two-day from=2026-10-01 "
                + "until=2026-10-02 organisation=O-1 trainers=P-1,P-2 attendees=P-3",
            "training void T-6 reason=cancelled",
            "workshop record programme=CDSMP organisation=O-1 from=2026-04-20 until=2026-05-25 "
                + "sessions=6 minutes=150 leaders=P-5,P-7 site=\"Hall, 2\" language=en",
            "workshop record programme=CDSMP organisation=O-1 from=2026-04-21 until=2026-05-26 "
                + "sessions=6 leaders=P-3,P-4", "workshop void W-3 reason=twice",
            "workshop schedule programme=CDSMP organisation=O-1 from=2026-09-01 "
                + "until=2026-10-06 sessions=6 leaders=P-3,P-4",
            "workshop record programme=CDSMP organisation=ext:gone from=2026-04-01 "
                + "until=2026-05-06 sessions=6 leaders=P-3,P-4 waive=no-licence reason=agreed")
        let found = await session.importing(
            "trainings rules=report",
            "programme,kind,from,until,organisation,trainers,passed\n"
                + "CDSMP,leader,2026-01-05,2026-01-08,O-4,P-9,P-12\n")
        #expect(found.summary == "1/1/0/0")
        // What stood on it is reported, and stays.
        try await session.done("training void T-1 reason=forged")
    }

    private static func fillCertifications(_ session: TestSession) async throws {
        try await session.done(
            "certification award P-4 programme=CDSMP role=leader trained-on=2025-11-01 "
                + "evidence=\"paper, \\\"signed\\\"\"",
            "certification award P-4 programme=CPSMP role=leader trained-on=2025-12-15 "
                + "evidence=paper",
            "certification void P-4 programme=CPSMP role=leader trained-on=2025-12-15 "
                + "reason=forged",
            "certification suspend P-5 programme=CDSMP role=leader from=2026-03-01 "
                + "until=2026-03-31",
            "certification suspend P-5 programme=CDSMP role=leader from=2026-07-01",
            "certification revoke P-5 programme=CDSMP role=leader from=2026-08-01",
            "certification revoke P-8 programme=CPSMP role=leader from=2026-05-01",
            "certification suspend P-2 programme=CPSMP role=master-trainer from=2026-05-01",
            "person erase P-10 reason=asked", "person erase P-11 reason=asked")
    }

    /// All files, and all verdicts and standing of several days.
    private static func everything(_ session: TestSession) async throws -> Everything {
        var whole = Everything()
        for kind in kinds {
            let reply = try await session.done("export \(kind)")
            whole.files[kind] = reply.data.map { ($0["csv"] ?? "-") + "\r\n" }.joined()
        }
        var programmes = try await session.done("programme list").data
        programmes.removeAll { $0["code"] == nil }
        let codes = programmes.compactMap { $0["code"] }
        for day in days {
            for code in codes {
                for number in 1...4 {
                    whole.answers += await session.send(
                        "check organisation O-\(number) programme=\(code) on=\(day)"
                    ).lines
                }
                for number in 1...12 {
                    whole.answers += await session.send(
                        "check person P-\(number) programme=\(code) on=\(day)"
                    ).lines
                }
            }
        }
        for list in ["organisation", "person", "licence", "training", "workshop"] {
            whole.answers += try await facts(of: list, session, without: ["version"])
        }
        // Rows of policy are numbered anew.
        whole.answers += try await facts(of: "policy", session, without: ["version", "id"])
            .sorted()
        return whole
    }

    private static func facts(
        of list: String, _ session: TestSession, without keys: Set<String>
    ) async throws -> [String] {
        try await session.done("\(list) list limit=1000").data.map { line in
            line.fields.filter { !keys.contains($0.key) }
                .map { "\($0.key)=\($0.value.plain)" }.joined(separator: " ")
        }
    }
}
