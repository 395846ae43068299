import AdminProtocol
import Testing

/// Rows of policy are set from a day on, listed with their days, and ended; none is edited.
@Suite struct PolicyTests {
    @Test func aNumberHoldsFromItsDayOn() async throws {
        try await TestSession.with { session in
            let set = try await session.done(
                "policy set number=licence-term-months value=24 from=2027-01-01 source=letter")
            let id = try #require(set["id"])
            #expect(
                set.lines[0].hasPrefix(
                    "* policy id=\(id) number=licence-term-months value=24 from=2027-01-01 "
                        + "source=\"letter\" version=1"))
            try await session.done("organisation add name=One country=IE")
            let before = try await session.done(
                "licence grant O-1 type=multiple programmes=CPSMP from=2026-12-31")
            #expect(before["until"] == "2029-12-30")
            let after = try await session.done(
                "licence grant O-1 type=multiple programmes=CDSMP from=2027-01-01")
            #expect(after["until"] == "2028-12-31")
        }
    }

    @Test func theLaterRowGovernsAndTheEarlierComesBack() async throws {
        try await TestSession.with { session in
            func grace(_ day: String) async throws -> [String] {
                let list = try await session.done("policy list about=number on=\(day)")
                return list.data.filter { $0["number"] == "report-grace-days" }
                    .compactMap { $0["value"] }
            }
            let line = "policy set number=report-grace-days source=letter"
            try await session.done("\(line) value=30 from=2026-03-01 until=2026-03-31")
            try await session.done("\(line) value=10 from=2026-03-15")
            let last = try await session.done("\(line) value=20 from=2026-03-15")
            #expect(try await grace("2026-02-28") == ["0"])
            #expect(try await grace("2026-03-01") == ["30"])
            #expect(try await grace("2026-03-15") == ["20"])
            #expect(try await grace("2026-06-01") == ["20"])
            let id = try #require(last["id"])
            let ended = try await session.done("policy end \(id) until=2026-03-20 if-version=1")
            #expect(ended["version"] == "2")
            #expect(try await grace("2026-03-21") == ["10"])
            try await session.done("policy end \(id) until=2026-03-14")
            #expect(try await grace("2026-03-15") == ["10"])
            let events = try await session.done("event list thing=\(id)")
            #expect(
                events.data.map { $0["command"] } == ["policy set", "policy end", "policy end"])
        }
    }

    @Test func severitiesChangeWhatABrokenRuleDoes() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let workshop =
                "workshop record programme=CDSMP organisation=O-1 from=2026-05-04 "
                + "until=2026-05-25 sessions=6 leaders=P-3,P-4 enrolled=5"
            let warned = await session.send("\(workshop) dry-run=yes")
            #expect(warned.codes("warning") == ["group-size"])
            try await session.done(
                "policy set severity=group-size value=refuse from=2026-05-04 source=board")
            let refused = await session.send(workshop)
            #expect(refused.outcome == "NO group-size")
            let earlier = await session.send(
                workshop.replacing("from=2026-05-04", with: "from=2026-05-03"))
            #expect(earlier.codes("warning") == ["group-size"])
        }
    }

    @Test(arguments: [
        ("policy set number=report-grace-days source=x", "BAD missing-argument", "value"),
        ("policy set number=report-grace-days value=many source=x", "BAD bad-value", "value"),
        ("policy set number=report-grace-days value=1,2 source=x", "BAD bad-value", "value"),
        ("policy set number=trainers-of-training value=101 source=x", "BAD bad-value", "value"),
        ("policy set number=report-grace-days value=1", "BAD missing-argument", "source"),
        ("policy set value=1 source=x", "BAD missing-argument", "number"),
        ("policy set severity=group-size value=shout source=x", "BAD bad-value", "value"),
        (
            "policy set severity=group-size number=report-grace-days value=1 source=x",
            "BAD bad-value", "severity"
        ),
        ("policy set severity=group-size value=warn role=leader source=x", "BAD bad-value", "role"),
        (
            "policy set retention=delivery role=leader first=12 source=x", "BAD missing-argument",
            "counts-first"
        ),
        (
            "policy set retention=delivery role=leader first=12 counts-first=tea source=x",
            "BAD bad-value", "counts-first"
        ),
        (
            "policy set experience=first role=leader programme=CPSMP needs=CDSMP source=x",
            "BAD missing-argument", "organisation"
        ),
        ("policy end O-1 until=2027-01-01", "BAD bad-value", "policy"),
    ])
    func whatIsMissingOrWrongIsNamed(
        _ line: String, _ outcome: String, _ argument: String
    ) async throws {
        try await TestSession.with { session in
            let reply = await session.send(line)
            #expect(reply.outcome == outcome)
            #expect(reply.final("argument") == argument)
        }
    }

    @Test(arguments: [
        ("policy set severity=dates-invalid value=warn source=x", "NO conflict"),
        ("policy set severity=licence-overlap value=waivable source=x", "NO conflict"),
        (
            "policy set number=report-grace-days value=1 from=2027-02-01 until=2027-01-01 source=x",
            "NO dates-invalid"
        ),
        (
            "policy set retention=own role=leader programme=NONE first=6 counts-first=workshop:any "
                + "source=x", "NO not-found"
        ),
        (
            "policy set retention=own role=leader organisation=O-9 first=6 "
                + "counts-first=workshop:any source=x", "NO not-found"
        ),
        (
            "policy set experience=own role=leader programme=CPSMP organisation=O-1 needs=NONE "
                + "source=x", "NO not-found"
        ),
        ("policy end R-999 until=2027-01-01", "NO not-found"),
    ])
    func whatCannotBeIsRefused(_ line: String, _ outcome: String) async throws {
        try await TestSession.with { session in
            try await session.done("organisation add name=One country=IE")
            let rows = try await session.done("policy list").lines
            #expect(await session.send(line).outcome == outcome)
            #expect(try await session.done("policy list").lines == rows)
        }
    }

    @Test func aRowIsEndedOnceAndOnlyEarlier() async throws {
        try await TestSession.with { session in
            let set = try await session.done(
                "policy set number=report-grace-days value=5 from=2026-06-01 until=2026-12-31 "
                    + "source=letter")
            let id = try #require(set["id"])
            #expect(
                await session.send("policy end \(id) until=2027-01-31").outcome == "NO conflict")
            let early = await session.send("policy end \(id) until=2026-05-30")
            #expect(early.outcome == "NO dates-invalid")
            let stale = await session.send("policy end \(id) until=2026-06-30 if-version=2")
            #expect(stale.outcome == "NO version-conflict")
        }
    }

    @Test func listsAreNarrowedAndPaged() async throws {
        try await TestSession.with { session in
            let all = try await session.done("policy list").data
            #expect(all.count == 15)
            let retention = try await session.done("policy list about=retention programme=CPSMP")
            #expect(retention.data.map { $0["retention"] }.count == 4)
            let needs = try await session.done("policy list about=prerequisite programme=CPSMP")
            #expect(needs["needs"] == "CDSMP,TOMANDO")
            #expect(needs["standing"] == "trained")
            let page = try await session.done("policy list limit=10")
            let rest = try await session.done(
                "policy list limit=10 after=\(try #require(page.final("next")))")
            #expect((page.data + rest.data).map { $0["id"] } == all.map { $0["id"] })
        }
    }
}
