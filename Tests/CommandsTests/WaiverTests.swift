import AdminProtocol
import Testing

/// `waive=`: a rule that a row of policy makes waivable is set aside, by an administrator, with a
/// reason, for all whom it concerns; that is kept and announced.
@Suite struct WaiverTests {
    private static let cross =
        "training record programme=CPSMP kind=cross format=one-day from=2026-03-02 "
        + "until=2026-03-02 organisation=O-1 trainers=P-1,P-2 passed=P-5,P-6"
    private static let waive = " waive=prerequisite-missing reason=\"trained abroad\""

    private func begin(_ session: TestSession) async throws {
        try await session.beginScene()
        try await session.done(
            "policy set severity=prerequisite-missing value=waivable from=2026-03-02 source=board")
    }

    @Test func aWaivableRuleIsSetAsideForAll() async throws {
        try await TestSession.with { session in
            try await begin(session)
            let refused = await session.send(Self.cross)
            #expect(refused.outcome == "NO prerequisite-missing")
            #expect(refused["waivable"] == "yes")
            let reply = try await session.done(Self.cross + Self.waive)
            #expect(reply["waived"] == "prerequisite-missing")
            let warnings = reply.data.filter { $0.kind == "warning" }
            #expect(warnings.map { $0["person"] } == ["P-5", "P-6"])
            #expect(warnings.allSatisfy { $0["waived"] == "yes" })
            let check = try await session.done("check person P-5 programme=CPSMP as=leader")
            #expect(check["state"] == "provisional")
            let shown = try await session.done("training show \(reply["id"] ?? "")")
            #expect(shown["waived"] == "prerequisite-missing")
            let event = try await session.done("event list \(reply["id"] ?? "")")
            #expect(event["reason"] == "trained abroad")
            #expect(event["after"]?.contains("prerequisite-missing") == true)
        }
    }

    @Test func otherBrokenRulesRefuseAllTheSame() async throws {
        try await TestSession.with { session in
            try await begin(session)
            let reply = await session.send(
                Self.cross.replacing("trainers=P-1,P-2", with: "trainers=P-1") + Self.waive)
            #expect(reply.outcome == "NO too-few-trainers")
            #expect(reply.codes() == ["too-few-trainers"])
        }
    }

    @Test func aWorkshopsRulesTooAndARuleThatIsNotBrokenIsNamed() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(
                "policy set severity=too-few-leaders value=waivable from=2026-01-01 source=board",
                "policy set severity=session-count value=waivable from=2026-01-01 source=board")
            let reply = try await session.done(
                "workshop record programme=CDSMP organisation=O-1 from=2026-05-04 "
                    + "until=2026-05-30 sessions=6 leaders=P-3 enrolled=12 "
                    + "waive=session-count,too-few-leaders reason=\"the other fell ill\"")
            #expect(reply["waived"] == "too-few-leaders")
            let warnings = reply.data.filter { $0.kind == "warning" }
            #expect(warnings.map { $0["code"] } == ["too-few-leaders", "session-count"])
            #expect(warnings.map { $0["waived"] } == ["yes", "no"])
            let shown = try await session.done("workshop show \(reply["id"] ?? "")")
            #expect(shown["waived"] == "too-few-leaders")
        }
    }

    @Test(arguments: [
        (waive, "OK"),
        (" waive=prerequisite-missing", "BAD missing-argument"),
        (" waive=no-such-rule reason=x", "BAD bad-value"),
        (" waive=too-few-trainers reason=x", "NO conflict"),
        (" waive=over-allowance reason=x", "NO conflict"),
        (" waive=date-in-future reason=x", "NO conflict"),
    ])
    func onlyWhatIsWaivableWithAReason(_ waiver: String, _ outcome: String) async throws {
        try await TestSession.with { session in
            try await begin(session)
            #expect(await session.send(Self.cross + waiver).outcome == outcome)
        }
    }

    @Test func onlyFromTheDayOfTheRow() async throws {
        try await TestSession.with { session in
            try await begin(session)
            let earlier = Self.cross.replacing("2026-03-02", with: "2026-03-01")
            #expect(await session.send(earlier + Self.waive).outcome == "NO conflict")
        }
    }
}
