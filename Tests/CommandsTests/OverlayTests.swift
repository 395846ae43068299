import AdminProtocol
import Testing

/// An organisation's own stricter rules: a person counts for it only when baseline and overlay both
/// hold, in checks, records and nightly verdicts alike (Missouri).
@Suite struct OverlayTests {
    /// The scene, with P-3 and P-4 as leaders of CPSMP too, and a rule of O-1: a first workshop
    /// within six months.
    private func begin(_ session: TestSession) async throws {
        try await session.beginScene()
        try await session.done(
            "training record programme=CDSMP kind=leader from=2026-02-02 until=2026-02-05 "
                + "organisation=O-1 trainers=P-1,P-2 passed=P-3,P-4",
            "policy set retention=first-workshop role=leader organisation=O-1 first=6 later=1200 "
                + "counts-first=workshop:any counts-later=workshop:any from=2026-01-01 "
                + "source=\"Missouri, leader policy\"",
            "person leave P-1 organisation=O-1 until=2026-02-28",
            "person leave P-2 organisation=O-1 until=2026-02-28")
    }

    @Test func aPersonCountsForItOnlyWhenBothHold() async throws {
        try await TestSession.with { session in
            try await begin(session)
            func mayOffer(_ day: String) async throws -> String? {
                try await session.done("check organisation O-1 programme=CDSMP on=\(day)")[
                    "may-offer"]
            }
            #expect(try await mayOffer("2026-08-05") == "yes")
            #expect(try await mayOffer("2026-08-06") == "no")
            let everyone = "check person P-3 programme=CDSMP as=leader on=2026-08-06"
            #expect(try await session.done(everyone)["authorised"] == "yes")
            let here = try await session.done("\(everyone) organisation=O-1")
            #expect(here["authorised"] == "no")
            #expect(here["state"] == "lapsed")
            #expect(here["overlays"] != nil)
            let later = try session.on("2026-12-01")
            let workshop =
                "workshop record programme=CDSMP from=2026-08-10 until=2026-09-14 sessions=6 "
                + "leaders=P-3,P-4 enrolled=12"
            let refused = await later.send("\(workshop) organisation=O-1")
            #expect(refused.codes() == ["leader-not-authorised", "leader-not-authorised"])
            #expect(refused["overlays"] == here["overlays"])
            try await later.done(
                "licence grant O-2 type=multiple programmes=CDSMP from=2026-01-01",
                "\(workshop) organisation=O-2")
        }
    }

    @Test func experienceIsAskedBeforeTheDay() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            try await session.done(
                "policy set experience=cdsmp-first role=leader programme=CPSMP organisation=O-1 "
                    + "needs=CDSMP from=2026-01-01 source=\"Missouri\"",
                "training record programme=CDSMP kind=leader from=2026-02-02 until=2026-02-05 "
                    + "organisation=O-1 trainers=P-1,P-2 passed=P-3,P-4",
                "training record programme=CPSMP kind=cross format=one-day from=2026-02-16 "
                    + "until=2026-02-16 organisation=O-1 trainers=P-1,P-2 passed=P-3,P-4")
            let check = "check organisation O-1 programme=CPSMP"
            // P-1 and P-2 count as master trainers, whom the row does not ask.
            #expect(try await session.done("\(check) on=2026-04-06")["leaders"] == "2")
            try await session.done(
                "workshop record programme=CDSMP organisation=O-1 from=2026-03-02 "
                    + "until=2026-04-06 sessions=6 leaders=P-3,P-4 enrolled=12")
            #expect(try await session.done("\(check) on=2026-04-06")["leaders"] == "2")
            #expect(try await session.done("\(check) on=2026-04-07")["leaders"] == "4")
        }
    }

    @Test func theNightTellsWhatAnOverlayTakes() async throws {
        try await TestSession.with { session in
            try await begin(session)
            try await session.on("2026-08-04").done("expiry run on=2026-08-04")
            let night = try session.on("2026-08-06")
            let preview = try await night.done("expiry preview on=2026-08-06")
            let run = try await night.done("expiry run on=2026-08-06")
            let lost = run.data.filter { $0["rule"] == "offer-lost" }
            #expect(lost.map { $0["programme"] } == ["CDSMP"])
            #expect(lost.first?["about"] == "O-1")
            #expect(preview.data.filter { $0["rule"] == "offer-lost" } == lost)
        }
    }

    @Test func theNightTellsWhatANewRowTakes() async throws {
        try await TestSession.with(today: "2026-09-01") { session in
            try await session.playScene()
            try await session.done("expiry run on=2026-09-01")
            try await session.done(
                "policy set retention=yearly role=leader organisation=O-1 first=1 "
                    + "counts-first=workshop:any from=2026-01-01 source=board",
                "policy set retention=yearly role=master-trainer organisation=O-1 first=1 "
                    + "counts-first=workshop:any from=2026-01-01 source=board")
            let night = try session.on("2026-09-02")
            let run = try await night.done("expiry run on=2026-09-02")
            let lost = run.data.filter { $0["rule"] == "offer-lost" && $0["about"] == "O-1" }
            #expect(lost.map { $0["programme"] } == ["CDSMP"])
        }
    }
}
