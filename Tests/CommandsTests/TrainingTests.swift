import AdminProtocol
import Testing

@Suite struct TrainingTests {
    private static let leader =
        "training record programme=CDSMP kind=leader from=2026-05-04 "
        + "until=2026-05-07 organisation=O-1 trainers=P-1,P-2 passed=P-5"
    private static let cross =
        "training record programme=CPSMP kind=cross from=2026-05-04 "
        + "until=2026-05-04 organisation=O-1 trainers=P-1,P-2 passed=P-3"

    /// A line and the codes of all the rules it breaks, in the order of the contract.
    static let judged: [(String, String)] = [
        (leader, "OK"), (leader + " failed=P-6 language=en external-id=t days=4", "OK"),
        (cross + " format=one-day", "OK"), (cross, "OK"),
        (leader.replacing("until=2026-05-07", "until=2026-05-03"), "dates-invalid"),
        (
            leader.replacing("until=2026-05-07", "until=2026-06-02") + " days=4",
            "date-in-future"
        ),
        (cross.replacing("kind=cross", "kind=update"), "training-not-offered never-trained"),
        (leader + " format=online", "training-not-offered"),
        (leader + " days=3.5", "training-length"),
        (
            cross + " format=one-day days=2",
            "training-length"
        ),
        (leader.replacing("O-1", "O-2"), "no-licence"),
        (leader.replacing("P-1,P-2", "P-1,P-1"), "too-few-trainers"),
        (leader.replacing("P-1,P-2", "\"\""), "too-few-trainers"),
        (leader.replacing("P-1,P-2", "P-1,P-3"), "trainer-not-authorised"),
        (leader.replacing("passed=P-5", "passed=P-1"), "trainer-attends"),
        (
            cross.replacing("passed=P-3", "passed=P-5,P-6"),
            "prerequisite-missing prerequisite-missing"
        ),
        (
            leader.replacing("kind=leader", "kind=master") + " days=4.5",
            "not-a-leader"
        ),
        (
            leader.replacing("kind=leader", "kind=refresher") + " days=1", "never-trained"
        ),
        (
            leader.replacing("kind=leader", "kind=refresher").replacing("P-5", "P-3") + " days=1",
            "refresher-too-early"
        ),
        (
            leader.replacing("2026-05-04", "2026-02-05").replacing("2026-05-07", "2026-02-08")
                .replacing("P-5", "P-3"), "duplicate-training"
        ),
        (
            cross.replacing("P-1,P-2", "P-1,P-4").replacing("P-3", "P-4,P-5") + " days=9",
            "training-length trainer-not-authorised trainer-attends prerequisite-missing"
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
            #expect(reply.final("reasons") == "\(reply.codes().count)")
            #expect(try await session.done("training list").data.count == 1)
        }
    }

    @Test func keepsAllThatIsSaid() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let shown =
                "* training id=T-2 programme=CPSMP training-kind=cross format=two-day "
                + "days=2 from=2026-05-04 until=2026-05-06 organisation=O-1 language=da "
                + "licence=L-1 external-id=\"t 2\" trainers=P-1,P-2 passed=P-3 failed=P-4 "
                + "state=recorded version=1"
            let recorded = await session.send(
                "training record programme=CPSMP kind=cross format=two-day days=2 from=2026-05-04 "
                    + "until=2026-05-06 organisation=O-1 trainers=P-2,P-1,P-2 passed=P-3 "
                    + "failed=P-4 language=DA external-id=\"t 2\"")
            #expect(recorded.lines == [shown, "OK"])
            #expect(await session.send("training show T-2").lines == [shown, "OK"])
            let taken = await session.send(Self.leader + " external-id=\"t 2\"")
            #expect(taken.outcome == "NO conflict")
            #expect(taken.final("training") == "T-2")
            #expect(
                try await session.done("check person P-3 programme=CPSMP as=leader")["state"]
                    == "provisional")
            #expect(
                try await session.done("check person P-4 programme=CPSMP as=leader")["state"]
                    == "untrained")
        }
    }

    @Test func warnsWhereTheAllowanceIsUsedUp() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            try await session.done(
                "licence revoke L-1 from=2026-01-01",
                "licence grant O-1 type=multiple programmes=any from=2026-01-01 "
                    + "trainings-per-year=1 workshops-per-year=0")
            let first = try await session.done(Self.leader)
            #expect(first.codes("warning") == [])
            let second = try await session.done(Self.leader.replacing("P-5", "P-6"))
            #expect(second.codes("warning") == ["over-allowance"])
            #expect(second.data.map(\.kind) == ["training", "warning"])
        }
    }

    @Test func refusesWhereTheHostIsClosed() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done("organisation close O-1 on=2026-05-04")
            #expect(await session.send(Self.leader).codes() == ["organisation-closed"])
        }
    }

    @Test(arguments: [
        ("", "T-1 T-2"), ("programme=CPSMP", "T-2"), ("kind=leader", "T-1"),
        ("organisation=O-2", ""), ("person=P-4", "T-1"), ("person=P-1", "T-1 T-2"),
        ("from=2026-02-05", "T-1 T-2"), ("from=2026-02-06", "T-2"), ("until=2026-02-02", "T-1"),
        ("until=2026-02-01", ""),
    ])
    func lists(_ filter: String, _ wanted: String) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(Self.cross)
            let found = try await session.done("training list \(filter)").data
            #expect(found.compactMap { $0["id"] }.joined(separator: " ") == wanted)
        }
    }
}
