import AdminProtocol
import Testing

/// S3, the article on Pain Management Programmes of the British Pain Society: at least twelve half
/// days, 36 hours, by a doctor, a psychologist and a physiotherapist; others may join them. No
/// licence, no certification.
@Suite struct BritishPainManagementScenario {
    private func begin(_ session: TestSession) async throws {
        try await session.done("organisation add name=\"Pain Clinic\" country=GB sector=public")
        let professions = ["doctor", "psychologist", "physiotherapist", "nurse"]
        for (number, profession) in professions.enumerated() {
            try await session.done(
                "person add name=\(profession) professions=\(profession)",
                "person join P-\(number + 1) organisation=O-1 from=2026-01-01")
        }
    }

    private static let workshop =
        "workshop record programme=PMP organisation=O-1 from=2026-02-02 until=2026-04-20 "
        + "enrolled=10 completers=9 "

    @Test(arguments: [
        ("P-1,P-2,P-3", []), ("P-1,P-2,P-3,P-4", []), ("P-1,P-2", ["physiotherapist"]),
        ("P-3,P-4", ["doctor", "psychologist"]),
    ])
    func aDoctorAPsychologistAndAPhysiotherapist(
        _ staff: String, _ missing: [String]
    ) async throws {
        try await TestSession.with { session in
            try await begin(session)
            let reply = await session.send(
                "\(Self.workshop) sessions=12 minutes=180 staff=\(staff)")
            #expect(reply.data.compactMap { $0["profession"] } == missing)
            #expect(reply.outcome == (missing.isEmpty ? "OK" : "NO profession-missing"))
        }
    }

    /// Six sessions of two and a half hours, the self-management course, are 15 hours: they are no
    /// pain management programme however they are counted.
    @Test(arguments: [
        ("sessions=12 minutes=180", "OK"), ("sessions=24 minutes=90", "OK"),
        ("sessions=6 minutes=150", "NO session-count"),
        ("sessions=6 minutes=360", "NO session-count"),
        ("sessions=12 minutes=75", "NO session-count"),
        ("sessions=12 minutes=179", "NO session-count"),
        ("sessions=12", "NO session-count"),
    ])
    func twelveHalfDaysAndThirtySixHours(_ length: String, _ outcome: String) async throws {
        try await TestSession.with { session in
            try await begin(session)
            let reply = await session.send("\(Self.workshop) \(length) staff=P-1,P-2,P-3")
            #expect(reply.outcome == outcome)
        }
    }

    @Test func theClinicMayOfferItWithAllThree() async throws {
        try await TestSession.with { session in
            try await begin(session)
            let check = "check organisation O-1 programme=PMP"
            #expect(try await session.done(check)["may-offer"] == "yes")
            try await session.done("person leave P-2 organisation=O-1 until=2026-05-31")
            let without = try await session.done(check)
            #expect(without["may-offer"] == "no")
            #expect(without.data.compactMap { $0["profession"] } == ["psychologist"])
        }
    }
}
