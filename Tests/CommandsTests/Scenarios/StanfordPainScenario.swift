import AdminProtocol
import Testing

/// S2, the programme page "What is The Chronic Pain Self Management Program": CDSMP (or Tomando)
/// comes first, then a cross-training of one or two days; an organisation needs a licence for
/// several programmes and two leaders; in person, virtually, or by the toolkit.
@Suite struct StanfordPainScenario {
    private static let cross =
        "training record programme=CPSMP kind=cross organisation=O-1 trainers=P-1,P-2 "

    @Test func cdsmpOrTomandoComesFirst() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            try await session.done(
                "licence grant O-1 type=single programmes=TOMANDO language=es from=2026-01-01",
                "certification award P-1 programme=TOMANDO role=master-trainer "
                    + "trained-on=2025-12-01 evidence=paper",
                "certification award P-2 programme=TOMANDO role=master-trainer "
                    + "trained-on=2025-12-01 evidence=paper",
                "training record programme=CDSMP kind=leader from=2026-02-02 until=2026-02-05 "
                    + "organisation=O-1 trainers=P-1,P-2 passed=P-3",
                "training record programme=TOMANDO kind=leader language=es from=2026-02-02 "
                    + "until=2026-02-05 organisation=O-1 trainers=P-1,P-2 passed=P-4")
            let oneDay = Self.cross + "format=one-day "
            let sameDay = await session.send(
                oneDay + "from=2026-02-05 until=2026-02-05 passed=P-3")
            #expect(sameDay.outcome == "NO prerequisite-missing")
            let three = await session.send(
                oneDay + "from=2026-02-06 until=2026-02-06 passed=P-3,P-4,P-5")
            #expect(three.data.map { $0["person"] } == ["P-5"])
            #expect(three["needs"] == "CDSMP,TOMANDO")
            try await session.done(oneDay + "from=2026-02-06 until=2026-02-06 passed=P-3,P-4")
        }
    }

    @Test(arguments: [
        ("format=one-day from=2026-03-02 until=2026-03-02", "OK"),
        ("format=two-day from=2026-03-02 until=2026-03-03", "OK"),
        ("format=one-day from=2026-03-02 until=2026-03-03", "NO training-length"),
        ("format=three-day from=2026-03-02 until=2026-03-04", "NO training-not-offered"),
    ])
    func theCrossTrainingLastsAsItsFormatSays(_ form: String, _ outcome: String) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            #expect(await session.send("\(Self.cross)\(form) passed=P-3").outcome == outcome)
        }
    }

    @Test func itNeedsAMultipleOrUmbrellaLicence() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            let single = await session.send(
                "licence grant O-2 type=single programmes=CPSMP language=en from=2026-01-01")
            #expect(single.outcome == "NO type-not-accepted")
            try await session.done(
                "licence grant O-2 type=umbrella programmes=CDSMP,CPSMP from=2026-01-01",
                "organisation add name=Third country=DK",
                "licence cover L-2 organisation=O-3 from=2026-02-01 until=2026-12-31")
            func licence(_ day: String) async throws -> String? {
                try await session.done("check organisation O-3 programme=CPSMP on=\(day)")[
                    "licence"]
            }
            #expect(try await licence("2026-01-31") == nil)
            #expect(try await licence("2026-02-01") == "L-2")
            #expect(try await licence("2026-12-31") == "L-2")
            #expect(try await licence("2027-01-01") == nil)
        }
    }

    @Test(arguments: [
        ("mode=in-person leaders=P-3,P-4 enrolled=16", "OK", []),
        ("mode=virtual leaders=P-3,P-4 enrolled=12", "OK", []),
        ("mode=virtual leaders=P-3,P-4 enrolled=13", "OK", ["group-size"]),
        ("mode=toolkit leaders=P-3 enrolled=5", "OK", []),
        ("mode=toolkit leaders=P-3 enrolled=6", "OK", ["group-size"]),
        ("mode=virtual leaders=P-3 enrolled=12", "NO too-few-leaders", []),
        ("mode=by-post leaders=P-3,P-4 enrolled=12", "NO mode-not-offered", []),
    ])
    func eachModeHasItsGroupAndItsLeaders(
        _ form: String, _ outcome: String, _ warnings: [String]
    ) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(
                Self.cross + "format=one-day from=2026-03-02 until=2026-03-02 passed=P-3,P-4")
            let reply = await session.send(
                "workshop record programme=CPSMP organisation=O-1 from=2026-04-20 "
                    + "until=2026-05-25 sessions=6 \(form)")
            #expect(reply.outcome == outcome)
            #expect(reply.codes("warning") == warnings)
        }
    }

    @Test func theFirstYearAsksForMoreThanTheToolkit() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(
                Self.cross + "format=one-day from=2026-03-02 until=2026-03-02 passed=P-3,P-4",
                "workshop record programme=CPSMP organisation=O-1 mode=toolkit from=2026-04-20 "
                    + "until=2026-05-25 sessions=6 leaders=P-3 enrolled=4")
            let check = "check person P-3 programme=CPSMP as=leader"
            #expect(try await session.done("\(check) on=2027-03-02")["state"] == "provisional")
            #expect(try await session.done("\(check) on=2027-03-03")["state"] == "lapsed")
        }
    }
}
