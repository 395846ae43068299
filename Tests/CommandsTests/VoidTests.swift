import AdminProtocol
import TestSupport
import Testing

@Suite struct VoidTests {
    @Test func takesBackWhatATrainingGave() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let voided = try await session.done("training void T-1 reason=\"entered twice\"")
            #expect(voided["state"] == "void")
            #expect(voided["version"] == "2")
            #expect(voided["passed"] == "P-3,P-4")
            for person in ["P-3", "P-4"] {
                let standing = try await session.done(
                    "check person \(person) programme=CDSMP as=leader")
                #expect(standing["state"] == "untrained")
            }
            let shown = try await session.done(
                "certification show person=P-3 programme=CDSMP "
                    + "role=leader")
            #expect(shown["state"] == "untrained")
            #expect(
                try await session.done("event list T-1").data.last?["reason"] == "entered twice")
        }
    }

    @Test func takesBackWhatAWorkshopKept() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let voided = try await session.done("workshop void W-1 reason=cancelled")
            #expect(voided["state"] == "void")
            let standing = try await session.done("check person P-3 programme=CDSMP as=leader")
            #expect(standing["state"] == "provisional")
            #expect(standing["current-until"] == "2027-02-05")
        }
    }

    /// What a voided training opened is shut, and a training given in it counts no more.
    @Test func shutsWhatItOpened() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let trainee = "check trainee P-3 programme=CPSMP kind=cross on=2026-05-04"
            #expect(try await session.done(trainee)["may-attend"] == "yes")
            let trainer = "check person P-1 programme=CDSMP as=master-trainer"
            #expect(try await session.done(trainer)["state"] == "active")
            try await session.done("training void T-1 reason=x", "workshop void W-1 reason=x")
            #expect(try await session.done(trainee)["may-attend"] == "no")
            #expect(try await session.done(trainer)["state"] == "provisional")
        }
    }

    @Test(arguments: ["training void T-1", "workshop void W-1"])
    func isDoneOnceAndWithAReason(_ line: String) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let silent = await session.send(line)
            #expect(silent.outcome == "BAD missing-argument")
            #expect(silent.final("argument") == "reason")
            #expect(await session.send(line + " reason=\"\"").outcome == "BAD bad-value")
            #expect(
                await session.send(line + " reason=x if-version=2").outcome
                    == "NO version-conflict")
            try await session.done(line + " reason=x if-version=1")
            let again = await session.send(line + " reason=x")
            #expect(again.outcome == "NO conflict")
            #expect(again.final("state") == "void")
        }
    }

    @Test func freesTheAllowance() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            try await session.done(
                "licence revoke L-1 from=2026-01-01",
                "licence grant O-1 type=multiple programmes=any from=2026-01-01 "
                    + "trainings-per-year=1",
                "training record programme=CDSMP kind=leader from=2026-02-02 until=2026-02-05 "
                    + "organisation=O-1 trainers=P-1,P-2 passed=P-3", "training void T-1 reason=x")
            let second = try await session.done(
                "training record programme=CDSMP kind=leader from=2026-03-02 until=2026-03-05 "
                    + "organisation=O-1 trainers=P-1,P-2 passed=P-3")
            #expect(second.codes("warning") == [])
        }
    }

    @Test func isListedByState() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done("training void T-1 reason=x", "workshop void W-1 reason=x")
            for thing in ["training", "workshop"] {
                for (state, count) in [("void", 1), ("recorded", 0), ("scheduled", 0)] {
                    let found = try await session.done("\(thing) list state=\(state)").data
                    #expect(found.count == count, "\(thing) \(state)")
                }
                #expect(try await session.done("\(thing) list").data.count == 1)
                #expect(try await session.done("\(thing) list overdue=yes").data.isEmpty)
            }
        }
    }

    /// Two that void at once: one does, the other is told.
    @Test func isVoidedOnceUnderConcurrency() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            async let first = session.send("training void T-1 reason=one")
            async let second = session.known(as: "unix:2").send("training void T-1 reason=two")
            let outcomes = await [first, second].map(\.outcome).sorted()
            #expect(outcomes == ["NO conflict", "OK"])
        }
    }
}
