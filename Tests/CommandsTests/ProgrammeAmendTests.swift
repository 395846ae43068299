import AdminProtocol
import Testing

/// A programme is amended for the future, and what must come before it is asked from a day on.
@Suite struct ProgrammeAmendTests {
    @Test func changesWhatIsNamedAndNothingElse() async throws {
        try await TestSession.with { session in
            let before = try await session.done("programme show CPSMP").lines[0]
            let amended = try await session.done(
                "programme amend CPSMP modes=in-person:6-16,virtual:8-12 peers=2 if-version=1")
            #expect(
                amended.lines[0]
                    == before.replacing("in-person:8-16", with: "in-person:6-16")
                    .replacing(",toolkit:3-5:1", with: "").replacing("peers=1", with: "peers=2")
                    .replacing("version=1", with: "version=2"))
            let shown = try await session.done("programme show CPSMP")
            #expect(shown.lines[0] == amended.lines[0])
            #expect(shown.data.filter { $0.kind == "prerequisite" }.count == 1)
            let stale = await session.send("programme amend CPSMP peers=1 if-version=1")
            #expect(stale.outcome == "NO version-conflict")
            let event = try await session.done("event list CPSMP")
            #expect(event["command"] == "programme amend")
            #expect(event["before"]?.contains("toolkit") == true)
            #expect(event["after"]?.contains("toolkit") == false)
        }
    }

    @Test func aModeThatIsGoneIsGoneForTheFutureOnly() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done("programme amend CDSMP modes=virtual")
            #expect(try await session.done("workshop show W-1")["mode"] == "in-person")
            let check = try await session.done("check person P-3 programme=CDSMP as=leader")
            #expect(check["state"] == "active")
            let refused = await session.send(
                "workshop record programme=CDSMP organisation=O-1 from=2026-05-04 "
                    + "until=2026-05-30 sessions=6 leaders=P-3,P-4 enrolled=12")
            #expect(refused.outcome == "NO mode-not-offered")
        }
    }

    @Test func professionsAndLeadersTakeEachOthersPlace() async throws {
        try await TestSession.with { session in
            let staff = try await session.done("programme amend HLC-PAIN professions=Nurse")
            #expect(staff["professions"] == "nurse")
            #expect(staff["leaders"] == nil)
            let led = try await session.done("programme amend HLC-PAIN professions=\"\" leaders=3")
            #expect(led["leaders"] == "3")
            #expect(led["professions"] == nil)
            let cleared = try await session.done("programme amend HLC-PAIN minutes=\"\"")
            #expect(cleared["minutes"] == nil)
            #expect(cleared["total-minutes"] == "900")
        }
    }

    @Test(arguments: [
        ("CPSMP licence-types=umbrella", "NO conflict", "L-1"),
        ("CDSMP formats=\"\"", "NO conflict", "C-1"),
        ("CPSMP licence-types=\"\"", "OK", ""),
        ("NONE title=x", "NO not-found", ""),
        ("CPSMP peers=3", "BAD bad-value", ""),
        ("CPSMP needs=CDSMP", "BAD unknown-argument", ""),
    ])
    func whatStandsAgainstItIsNamed(
        _ rest: String, _ outcome: String, _ thing: String
    ) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let reply = await session.send("programme amend \(rest)")
            #expect(reply.outcome == outcome)
            let named = reply.final("licence") ?? reply.final("certification") ?? ""
            #expect(named == thing)
        }
    }

    @Test func theNightTellsWhatAnAmendmentTakes() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(
                "expiry run on=2026-06-01", "programme amend CDSMP min-leaders=5")
            let night = try session.on("2026-06-02")
            let run = try await night.done("expiry run on=2026-06-02")
            let lost = run.data.filter { $0["rule"] == "offer-lost" }
            #expect(lost.map { $0["programme"] } == ["CDSMP"])
        }
    }

    @Test func standingMayBeAskedFromADayOn() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let set = try await session.done(
                "programme require CPSMP needs=TOMANDO,CDSMP standing=current from=2026-05-01")
            #expect(set["standing"] == "current")
            try await session.done(
                "certification suspend person=P-3 programme=CDSMP role=leader from=2026-04-15")
            let check = "check trainee P-3 programme=CPSMP kind=cross"
            #expect(try await session.done("\(check) on=2026-04-30")["may-attend"] == "yes")
            #expect(try await session.done("\(check) on=2026-05-01")["may-attend"] == "no")
            #expect(
                try await session.done("programme show CPSMP").data
                    .filter { $0.kind == "prerequisite" }.map { $0["standing"] }
                    == ["trained", "current"])
            try await session.done("policy end \(set["id"] ?? "") until=2026-05-31")
            #expect(try await session.done("\(check) on=2026-06-01")["may-attend"] == "yes")
        }
    }

    @Test(arguments: [
        ("CPSMP needs=CPSMP", "NO conflict"), ("CPSMP needs=NONE", "NO not-found"),
        ("NONE needs=CDSMP", "NO not-found"), ("CPSMP", "BAD missing-argument"),
        ("CPSMP needs=GSH from=2026-02-01 until=2026-01-01", "NO dates-invalid"),
    ])
    func whatCannotBeRequiredIsRefused(_ rest: String, _ outcome: String) async throws {
        try await TestSession.with { session in
            #expect(await session.send("programme require \(rest)").outcome == outcome)
        }
    }
}
