import AdminProtocol
import Testing

/// S1, the article on the Norwegian primary-care intervention: a pain self-management course of a
/// Healthy Life Centre, six weekly sessions of two and a half hours, held by the centre's own
/// staff. No licence, no certification.
@Suite struct HealthyLifeCentreScenario {
    private func begin(_ session: TestSession) async throws {
        try await session.done(
            "organisation add name=\"Frisklivssentralen\" country=NO sector=public",
            "person add name=Ingrid professions=physiotherapist",
            "person join P-1 organisation=O-1 from=2026-01-01")
    }

    @Test func oneOfTheStaffIsEnough() async throws {
        try await TestSession.with { session in
            try await begin(session)
            let check = try await session.done(
                "check organisation O-1 programme=HLC-PAIN on=2026-03-02")
            #expect(check["may-offer"] == "yes")
            #expect(check["licence"] == nil)
            #expect(check["leaders"] == "1")
            let before = try await session.done(
                "check organisation O-1 programme=HLC-PAIN on=2025-12-31")
            #expect(
                before.data.filter { $0["for"] == "offer" }.map { $0["code"] }
                    == ["too-few-leaders"])
            let workshop = try await session.done(
                "workshop record programme=HLC-PAIN organisation=O-1 from=2026-03-02 "
                    + "until=2026-04-13 sessions=6 leaders=P-1 enrolled=30 completers=24")
            #expect(workshop.codes("warning") == [])
            #expect(workshop["licence"] == nil)
        }
    }

    @Test func nobodyIsTrainedOrLicensedForIt() async throws {
        try await TestSession.with { session in
            try await begin(session)
            let training = await session.send(
                "training record programme=HLC-PAIN kind=leader from=2026-03-02 until=2026-03-05 "
                    + "organisation=O-1 trainers=P-1 passed=\"\"")
            #expect(training.codes().contains("training-not-offered"))
            #expect(!training.codes().contains("no-licence"))
            let licence = await session.send(
                "licence grant O-1 type=multiple programmes=HLC-PAIN from=2026-01-01")
            #expect(licence.outcome == "NO type-not-accepted")
            let standing = try await session.done("check person P-1 programme=HLC-PAIN as=leader")
            #expect(standing["state"] == "untrained")
        }
    }

    @Test func itHasSixSessions() async throws {
        try await TestSession.with { session in
            try await begin(session)
            for sessions in [5, 7] {
                let reply = await session.send(
                    "workshop record programme=HLC-PAIN organisation=O-1 from=2026-03-02 "
                        + "until=2026-04-13 sessions=\(sessions) leaders=P-1")
                #expect(reply.outcome == "NO session-count")
            }
        }
    }
}
