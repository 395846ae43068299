import Testing

/// S4, the article on Guided Self-Help: six to twelve sessions, one to one, in person or by
/// telehealth, guided by a postgraduate student. No licence, no certification.
@Suite struct GuidedSelfHelpScenario {
    private static let course =
        "workshop record programme=GSH organisation=O-1 from=2026-02-02 until=2026-04-20 "

    private func begin(_ session: TestSession) async throws {
        try await session.done(
            "organisation add name=\"University Clinic\" country=CA sector=public",
            "person add name=Student professions=postgraduate-student",
            "person add name=Doctor professions=doctor",
            "person join P-1 organisation=O-1 from=2026-01-01")
    }

    @Test(arguments: [
        ("sessions=6 mode=in-person", "OK"), ("sessions=12 mode=telehealth", "OK"),
        ("sessions=5 mode=telehealth", "NO session-count"),
        ("sessions=13 mode=telehealth", "NO session-count"),
        ("sessions=8 mode=toolkit", "NO mode-not-offered"),
    ])
    func sixToTwelveSessionsInPersonOrByTelehealth(
        _ form: String, _ outcome: String
    ) async throws {
        try await TestSession.with { session in
            try await begin(session)
            let reply = await session.send("\(Self.course) \(form) staff=P-1 enrolled=1")
            #expect(reply.outcome == outcome)
            #expect(reply.codes("warning") == [])
        }
    }

    @Test func oneToOne() async throws {
        try await TestSession.with { session in
            try await begin(session)
            let two = try await session.done(
                "\(Self.course) sessions=8 staff=P-1 enrolled=2 dry-run=yes")
            #expect(two.codes("warning") == ["group-size"])
            // Where a registry takes that for more than a warning, a row says so.
            try await session.done(
                "policy set severity=group-size value=refuse from=2026-01-01 source=S4")
            let refused = await session.send("\(Self.course) sessions=8 staff=P-1 enrolled=2")
            #expect(refused.outcome == "NO group-size")
        }
    }

    @Test func aPostgraduateStudentGuides() async throws {
        try await TestSession.with { session in
            try await begin(session)
            let doctor = await session.send("\(Self.course) sessions=8 staff=P-2 enrolled=1")
            #expect(doctor.outcome == "NO profession-missing")
            let check = "check organisation O-1 programme=GSH"
            #expect(try await session.done(check)["may-offer"] == "yes")
            #expect(try await session.done("\(check) on=2025-12-31")["may-offer"] == "no")
        }
    }
}
