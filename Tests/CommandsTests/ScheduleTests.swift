import AdminProtocol
import TestSupport
import Testing

/// Today is 2026-06-01; the licence ends with 2028, P-3 and P-4 are leaders until 2028-02-05 and
/// the master trainers P-1 and P-2 until 2027-12-01.
@Suite struct ScheduleTests {
    private static let training =
        "training schedule programme=CDSMP kind=leader from=2026-07-06 until=2026-07-09 "
        + "organisation=O-1 trainers=P-1,P-2 attendees=P-5,P-6"
    private static let workshop =
        "workshop schedule programme=CDSMP organisation=O-1 from=2026-07-06 until=2026-08-10 "
        + "sessions=6 leaders=P-3,P-4"

    /// A line, and what it answers: `OK` with the codes of its warnings, or the codes that refuse.
    static let judged: [(String, String)] = [
        (training, "OK"), (training.replacing("attendees", "passed"), "OK"),
        (training.replacing(" attendees=P-5,P-6", ""), "OK"),
        (training.replacing("until=2026-07-09", "until=2026-07-05"), "dates-invalid"),
        (training + " days=3", "training-length"),
        (training.replacing("P-1,P-2", "P-1"), "too-few-trainers"),
        (training.replacing("P-1,P-2", "P-1,P-3"), "trainer-not-authorised"),
        (training.replacing("P-5,P-6", "P-1"), "trainer-attends"),
        (training.replacing("O-1", "O-2"), "no-licence"),
        (training.replacing("2026-07", "2028-07"), "OK trainer-not-authorised P-1 P-2"),
        (
            training.replacing("2026-07", "2029-07").replacing("P-1,P-2", "P-1,P-3"),
            "trainer-not-authorised"
        ),
        (
            training.replacing("kind=leader", "kind=cross").replacing("CDSMP", "CPSMP")
                .replacing("07-09", "07-06"), "prerequisite-missing prerequisite-missing"
        ),
        (training.replacing("2026-07", "2026-05"), "NO conflict"),
        (workshop, "OK"), (workshop + " enrolled=12", "OK"),
        (workshop + " enrolled=3", "OK group-size"),
        (workshop.replacing("sessions=6", "sessions=5"), "session-count"),
        (workshop.replacing("P-3,P-4", "P-3"), "too-few-leaders"),
        (workshop.replacing("P-3,P-4", "P-3,P-5"), "leader-not-authorised"),
        (workshop.replacing("2026-", "2028-"), "OK leader-not-authorised P-3 P-4"),
        (workshop.replacing("2026-", "2029-"), "OK no-licence leader-not-authorised P-3 P-4"),
        (workshop.replacing("2026-", "2029-").replacing("O-1", "O-2"), "no-licence"),
        (workshop.replacing("07-06", "04-06").replacing("08-10", "06-01"), "OK"),
        (workshop.replacing("07-06", "04-06").replacing("08-10", "05-31"), "NO conflict"),
    ]

    @Test(arguments: judged) func isJudgedAhead(_ line: String, _ wanted: String) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let reply = await session.send(line)
            if wanted.hasPrefix("OK") {
                #expect(reply.isOK, "\(reply.lines)")
                #expect(reply["state"] == "scheduled")
                let warnings = reply.data.filter { $0.kind == "warning" }
                let people = warnings.compactMap { $0["person"] }
                var codes: [String] = []
                for code in reply.codes("warning") where codes.last != code { codes.append(code) }
                #expect((["OK"] + codes + people).joined(separator: " ") == wanted)
            } else if wanted.hasPrefix("NO") {
                #expect(reply.outcome == wanted, "\(reply.lines)")
            } else {
                #expect(reply.codes().joined(separator: " ") == wanted, "\(reply.lines)")
            }
        }
    }

    /// What is only scheduled makes nobody anything, and uses no allowance.
    @Test func countsTowardNothing() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            try await session.done(
                "licence revoke L-1 from=2026-01-01",
                "licence grant O-1 type=multiple programmes=any from=2026-01-01 "
                    + "trainings-per-year=1")
            let line = try await session.done(Self.training).lines.first
            #expect(
                line == "* training id=T-1 programme=CDSMP training-kind=leader format=standard "
                    + "days=4 from=2026-07-06 until=2026-07-09 organisation=O-1 licence=L-2 "
                    + "trainers=P-1,P-2 attendees=P-5,P-6 state=scheduled version=1")
            let later = try session.on("2026-08-01")
            for (person, role, state) in [
                ("P-5", "leader", "untrained"), ("P-1", "master-trainer", "provisional"),
            ] {
                let checked = try await later.done(
                    "check person \(person) programme=CDSMP as=\(role)")
                #expect(checked["state"] == state)
            }
            let second = try await session.done(Self.training)
            #expect(second.codes("warning") == [])
            #expect(try await session.done("training list state=scheduled").data.count == 2)
            #expect(try await session.done("training list overdue=yes").data.isEmpty)
            #expect(try await later.done("training list overdue=yes").data.count == 2)
        }
    }

    @Test func isCompletedAsScheduled() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(Self.training, Self.workshop)
            let early = await session.send("training complete T-2")
            #expect(early.codes() == ["date-in-future"])
            let later = try session.on("2026-08-11")
            let training = try await later.done("training complete T-2 failed=P-6")
            #expect(training["state"] == "recorded")
            #expect(training["passed"] == "P-5")
            #expect(training["failed"] == "P-6")
            #expect(training["version"] == "2")
            let workshop = try await later.done("workshop complete W-2 enrolled=12 completers=11")
            #expect(workshop["state"] == "recorded")
            #expect(workshop["completers"] == "11")
            for (person, state) in [("P-5", "provisional"), ("P-6", "untrained")] {
                let checked = try await later.done(
                    "check person \(person) programme=CDSMP as=leader")
                #expect(checked["state"] == state)
            }
            let kept = try await later.done("check person P-3 programme=CDSMP as=leader")
            #expect(kept["current-until"] == "2028-02-05")
            for line in ["training complete T-2", "workshop complete W-2"] {
                let again = await later.send(line)
                #expect(again.outcome == "NO conflict")
                #expect(again.final("state") == "recorded")
            }
        }
    }

    /// Everything may have turned out otherwise, and is judged as it was.
    @Test func isCompletedOtherwise() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(Self.training, Self.workshop)
            let later = try session.on("2026-09-01")
            let training = try await later.done(
                "training complete T-2 from=2026-07-13 until=2026-07-16 days=4 passed=P-6 "
                    + "language=da")
            #expect(training["from"] == "2026-07-13")
            #expect(training["passed"] == "P-6")
            #expect(training["failed"] == nil)
            #expect(training["attendees"] == nil)
            #expect(training["language"] == "da")
            let refused = await later.send("workshop complete W-2 leaders=P-3,P-5 sessions=5")
            #expect(refused.codes() == ["session-count", "leader-not-authorised"])
            let workshop = try await later.done(
                "workshop complete W-2 staff=P-1,P-4 mode=virtual until=2026-08-17 site=Hall "
                    + "minutes=160")
            #expect(workshop["leaders"] == "P-1,P-4")
            #expect(workshop["mode"] == "virtual")
            #expect(workshop["until"] == "2026-08-17")
            #expect(workshop["site"] == "Hall")
            let led = try await later.done("check person P-3 programme=CDSMP as=leader")
            #expect(led["current-until"] == "2028-02-05")
        }
    }

    @Test func isCancelled() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(Self.training, Self.workshop)
            for thing in ["training void T-2", "workshop void W-2"] {
                let voided = try await session.done(thing + " reason=\"too few\"")
                #expect(voided["state"] == "void")
                #expect(voided.affected == [])
            }
            let later = try session.on("2026-09-01")
            #expect(await later.send("training complete T-2").outcome == "NO conflict")
            #expect(await later.send("workshop complete W-2").final("state") == "void")
            #expect(try await later.done("training list overdue=yes").data.isEmpty)
        }
    }

    /// A correction tells of what is scheduled too.
    @Test func standsOnWhatIsKnown() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(Self.training, Self.workshop)
            let reply = try await session.done(
                "certification revoke person=P-3 programme=CDSMP role=leader dry-run=yes")
            #expect(reply.affected.first?.hasPrefix("about=W-2 code=leader-not-authorised") == true)
            let licence = try await session.done("licence revoke L-1 from=2026-07-06 dry-run=yes")
            #expect(
                licence.affected.map { $0.prefix(26) } == [
                    "about=T-2 code=no-licence ", "about=W-2 code=no-licence ",
                ])
        }
    }
}

@Suite struct SkipRefusedTests {
    private static let cross =
        "training record programme=CPSMP kind=cross from=2026-05-04 until=2026-05-04 "
        + "organisation=O-1 trainers=P-1,P-2"

    @Test func recordsTheOthers() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let line = Self.cross + " passed=P-3,P-5 failed=P-4,P-6"
            let refused = await session.send(line)
            #expect(refused.codes() == ["prerequisite-missing", "prerequisite-missing"])
            let reply = try await session.done(line + " skip-refused=yes")
            #expect(reply["passed"] == "P-3")
            #expect(reply["failed"] == "P-4")
            let left = reply.data.filter { $0.kind == "refused" }
            #expect(left.map { $0["person"] } == ["P-5", "P-6"])
            #expect(left.map { $0["code"] } == ["prerequisite-missing", "prerequisite-missing"])
            #expect(reply.data.map(\.kind) == ["training", "refused", "refused"])
        }
    }

    /// Who gives it and who hosts it is not skipped, and somebody must be left.
    @Test(arguments: [
        (" passed=P-5,P-6", "prerequisite-missing prerequisite-missing"),
        (" passed=P-3,P-5 days=3", "training-length prerequisite-missing"),
    ])
    func refusesTheRest(_ end: String, _ wanted: String) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let reply = await session.send(Self.cross + end + " skip-refused=yes")
            #expect(reply.codes().joined(separator: " ") == wanted)
            #expect(try await session.done("training list").data.count == 1)
        }
    }

    @Test func isTakenOnScheduleAndComplete() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let line = Self.cross.replacing("record", "schedule").replacing("05-04", "07-06")
            let scheduled = try await session.done(line + " attendees=P-3,P-5 skip-refused=yes")
            #expect(scheduled["attendees"] == "P-3")
            #expect(scheduled.codes("refused") == ["prerequisite-missing"])
            let completed = try await session.on("2026-07-07").done(
                "training complete T-2 passed=P-3,P-4,P-6 skip-refused=yes")
            #expect(completed["passed"] == "P-3,P-4")
            #expect(completed.codes("refused") == ["prerequisite-missing"])
        }
    }
}
