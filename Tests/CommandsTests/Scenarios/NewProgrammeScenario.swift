import AdminProtocol
import Testing

/// A programme that nobody thought of when this was written, from its definition to the night on
/// which a leader of it lapses: rows all the way, no code.
@Suite struct NewProgrammeScenario {
    private func begin(_ session: TestSession) async throws {
        try await session.done(
            "programme define SLEEP title=\"Sleeping with pain\" sessions=8 minutes=120 "
                + "modes=in-person:6-12,virtual:6-10:1 leaders=2 peers=1 licence-types=multiple "
                + "min-leaders=3 formats=leader/standard:3,master/standard:2,refresher/short:0.5 "
                + "needs=CDSMP",
            "policy set retention=delivery role=leader programme=SLEEP first=6 later=18 "
                + "counts-first=workshop:in-person counts-later=workshop:any from=2026-01-01 "
                + "source=\"board of the programme\"",
            "policy set severity=group-size value=refuse from=2026-01-01 source=board")
        try await session.playScene()
        try await session.done(
            "licence revoke L-1 from=2026-01-01",
            "licence grant O-1 type=multiple programmes=CDSMP,SLEEP from=2026-01-01",
            "person amend P-3 peer-for=SLEEP",
            "certification award P-1 programme=SLEEP role=master-trainer trained-on=2026-01-10 "
                + "evidence=founder",
            "certification award P-2 programme=SLEEP role=master-trainer trained-on=2026-01-10 "
                + "evidence=founder",
            "training record programme=SLEEP kind=leader from=2026-03-02 until=2026-03-04 "
                + "organisation=O-1 trainers=P-1,P-2 passed=P-3,P-4")
    }

    @Test func itsRulesAreTheOnesOfItsRows() async throws {
        try await TestSession.with { session in
            try await begin(session)
            let untrained = await session.send(
                "training record programme=SLEEP kind=leader from=2026-03-09 until=2026-03-11 "
                    + "organisation=O-1 trainers=P-1,P-2 passed=P-5")
            #expect(untrained.outcome == "NO prerequisite-missing")
            let check = try await session.done("check organisation O-1 programme=SLEEP")
            #expect(check["may-offer"] == "yes")
            #expect(check["leaders"] == "4")
            #expect(check["may-train"] == "yes")
            let workshop =
                "workshop record programme=SLEEP organisation=O-1 from=2026-04-06 "
                + "until=2026-05-25 sessions=8"
            for (form, outcome) in [
                ("leaders=P-4 mode=virtual enrolled=6", "NO no-peer-leader"),
                ("leaders=P-3 enrolled=6", "NO too-few-leaders"),
                ("leaders=P-3,P-4 enrolled=13", "NO group-size"),
                ("leaders=P-3,P-4 enrolled=12 minutes=60", "OK"),
                ("leaders=P-3 mode=virtual enrolled=10", "OK"),
            ] {
                #expect(await session.send("\(workshop) \(form)").outcome == outcome, "\(form)")
            }
        }
    }

    @Test func itsLeadersLapseAtNightByItsOwnWindow() async throws {
        try await TestSession.with { session in
            try await begin(session)
            let check = "check person P-4 programme=SLEEP as=leader"
            #expect(try await session.done(check)["current-until"] == "2026-09-04")
            let last = try session.on("2026-09-04")
            let before = try await last.done("expiry run on=2026-09-04")
            #expect(!before.data.contains { $0["rule"] == "lapsed" })
            let night = try session.on("2026-09-05")
            let run = try await night.done("expiry run on=2026-09-05")
            let lapsed = run.data.filter { $0["rule"] == "lapsed" }
            #expect(lapsed.map { $0["about"] } == ["P-3", "P-4"])
            #expect(lapsed.allSatisfy { $0["programme"] == "SLEEP" })
            let lost = run.data.filter { $0["rule"] == "offer-lost" }
            #expect(lost.map { $0["programme"] } == ["SLEEP"])
        }
    }
}
