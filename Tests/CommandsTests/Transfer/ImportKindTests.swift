import AdminProtocol
import TestSupport
import Testing

/// Each kind of file, by the rules of the command that it stands for.
@Suite struct ImportKindTests {
    @Test func affiliationsJoinPeople() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            let file = """
                person,organisation,from,until
                P-1,O-2,2026-01-01,2026-03-31
                ext:per-1,ext:org-one,2026-01-01,
                ext:per-2,O-2,2026-01-01,2025-12-31
                P-3,O-9,2026-01-01,
                P-1,O-2,2026-03-01,
                P-1,O-2,2026-04-01,
                P-1,O-2,2026-04-01,

                """
            let reply = await session.importing("affiliations mode=best-effort", file)
            #expect(reply.summary == "7/2/2/3")
            #expect(reply.refusedRows == ["4 dates-invalid", "5 not-found", "6 conflict"])
            let shown = try await session.done("person show P-1")
            #expect(
                shown["affiliations"]
                    == "O-1:2026-01-01/,O-2:2026-01-01/2026-03-31,O-2:2026-04-01/")
            let again = await session.importing("affiliations mode=best-effort", file)
            #expect(again.summary == "7/0/4/3")
        }
    }

    @Test func certificationsAreAwarded() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            let file = """
                person,programme,role,trained-on,evidence
                ext:per-3,CDSMP,leader,2026-01-15,paper
                P-3,cdsmp,leader,2026-01-15,paper
                P-3,CDSMP,leader,2026-01-15,other
                P-3,CDSMP,leader,2026-02-20,paper
                P-4,NONE,leader,2026-01-15,paper
                P-4,PMP,leader,2026-01-15,paper
                P-4,CDSMP,leader,2027-01-15,paper
                ext:nobody,CDSMP,leader,2026-01-15,paper
                P-1,CDSMP,master-trainer,2025-12-01,paper

                """
            let reply = await session.importing("certifications mode=best-effort", file)
            #expect(reply.summary == "9/2/2/5")
            #expect(
                reply.refusedRows == [
                    "4 conflict", "6 not-found", "7 conflict", "8 date-in-future", "9 not-found",
                ])
            let standing = try await session.done("check person P-3 programme=CDSMP as=leader")
            #expect(standing["anchor"] == "2026-02-20")
            #expect(standing["state"] == "provisional")
            let events = try await session.done("event list thing=C-5")
            #expect(events.data.count == 2)
            #expect(events.data[1]["before"] != nil)
        }
    }

    @Test func licencesAndCoverageAreGranted() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            let file = """
                external-id,organisation,type,programmes,language,from,until
                um,O-2,umbrella,any,,2026-01-01,2026-12-31
                um,O-2,umbrella,ANY,,2026-01-01,2026-12-31
                si,O-2,single,CPSMP,da,2026-01-01,
                ov,O-1,multiple,"CDSMP,TOMANDO",,2028-01-01,

                """
            let enforced = await session.importing("licences mode=best-effort", file)
            #expect(enforced.summary == "4/1/1/2")
            #expect(enforced.refusedRows == ["4 type-not-accepted", "5 licence-overlap"])
            let covered = await session.importing(
                "coverage",
                "licence,organisation,from\next:um,ext:org-one,2026-02-01\n"
                    + "ext:um,O-1,2026-02-01\n")
            #expect(covered.summary == "2/1/1/0")
            #expect(
                try await session.done("licence show ext:um")["covers"] == "O-1:2026-02-01/")
        }
    }

    @Test func trainingsAndWorkshopsAreJudged() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            let trainings = """
                external-id,programme,kind,from,until,organisation,trainers,passed,days
                t1,CDSMP,leader,2026-02-02,2026-02-05,O-1,"P-1,ext:per-2","P-3,P-4",4.0
                t1,CDSMP,leader,2026-02-02,2026-02-05,ext:org-one,"P-2,P-1","P-4,P-3",4
                t2,CDSMP,leader,2026-02-02,2026-02-05,O-1,"P-1,P-2",P-3,4
                t3,CDSMP,leader,2026-03-02,2026-03-05,O-1,"P-1,P-5",P-6,4

                """
            let first = await session.importing("trainings mode=best-effort", trainings)
            #expect(first.summary == "4/1/1/2")
            #expect(first.refusedRows == ["4 duplicate-training", "5 trainer-not-authorised"])
            let workshops = """
                external-id,programme,organisation,from,until,sessions,leaders,staff,enrolled
                w1,CDSMP,O-1,2026-03-02,2026-04-06,6,P-3,P-4,12
                w1,CDSMP,O-1,2026-03-02,2026-04-06,6,"P-4,P-3",,12
                w2,CDSMP,O-1,2026-03-02,2026-04-06,5,P-5,,

                """
            let second = await session.importing("workshops mode=best-effort", workshops)
            #expect(second.summary == "3/1/1/1")
            let refused = try #require(second.data.first { $0.kind == "refused" })
            #expect(refused["codes"] == "session-count,too-few-leaders,leader-not-authorised")
            #expect(
                try await session.done("check person P-3 programme=CDSMP as=leader")["state"]
                    == "active")
        }
    }

    /// Records of the past that break rules are kept, and give nothing to anybody.
    @Test func recordsOfThePastAreKeptAsFound() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            let trainings = """
                external-id,programme,kind,from,until,organisation,trainers,passed
                t1,CDSMP,leader,2026-02-02,2026-02-05,O-2,P-5,P-3
                t2,CDSMP,leader,2026-02-05,2026-02-02,O-2,P-5,P-3
                t3,CDSMP,leader,2027-02-02,2027-02-05,O-1,"P-1,P-2",P-3
                t4,CDSMP,leader,2026-02-02,2026-02-05,O-1,"P-1,P-2",P-4

                """
            let enforced = await session.importing("trainings", trainings)
            #expect(enforced.summary == "4/0/0/3")
            let reply = await session.importing(
                "trainings mode=best-effort rules=report", trainings)
            #expect(reply.summary == "4/2/0/2")
            #expect(reply.refusedRows == ["3 dates-invalid", "4 date-in-future"])
            let found = try #require(reply.data.first { $0.kind == "as-found" })
            #expect(found["line"] == "2")
            #expect(found["codes"] == "no-licence,too-few-trainers,trainer-not-authorised")
            #expect(try await session.done("training show ext:t1")["as-found"] == "yes")
            #expect(try await session.done("training show ext:t4")["as-found"] == nil)
            for (person, state) in [("P-3", "untrained"), ("P-4", "provisional")] {
                let standing = try await session.done(
                    "check person \(person) programme=CDSMP as=leader")
                #expect(standing["state"] == state)
            }
            let workshop = await session.importing(
                "workshops rules=report",
                "programme,organisation,from,until,sessions\n"
                    + "CDSMP,O-2,2026-03-02,2026-03-03,2\n")
            #expect(workshop.summary == "1/1/0/0")
            #expect(try await session.done("workshop show W-1")["as-found"] == "yes")
        }
    }
}
