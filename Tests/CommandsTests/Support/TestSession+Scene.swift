import Testing

/// Registries to begin a test with.
extension TestSession {
    /// O-1 with licence L-1 for CDSMP and CPSMP from 2026 to 2028, its master trainers of both P-1
    /// and P-2, and P-3 to P-6, of whom P-3 lives with chronic pain. O-2 is an empty one.
    func beginScene() async throws {
        try await done(
            "organisation add name=\"Pain Alliance West\" country=IE external-id=org-one",
            "organisation add name=Second country=DK",
            "licence grant O-1 type=multiple programmes=CDSMP,CPSMP from=2026-01-01 "
                + "external-id=lic-one")
        for number in 1...6 {
            let peer = number == 3 ? " peer-for=CPSMP" : ""
            try await done(
                "person add name=\"Person \(number)\" external-id=per-\(number)\(peer)",
                "person join P-\(number) organisation=O-1 from=2026-01-01")
        }
        for trainer in 1...2 {
            for programme in ["CDSMP", "CPSMP"] {
                try await done(
                    "certification award P-\(trainer) programme=\(programme) "
                        + "role=master-trainer trained-on=2025-12-01 evidence=paper")
            }
        }
    }

    /// A CDSMP leader training of February 2026, passed by P-3 and P-4, T-1, and a workshop that
    /// they led in March and April, W-1.
    func playScene() async throws {
        try await beginScene()
        try await done(
            "training record programme=CDSMP kind=leader from=2026-02-02 until=2026-02-05 "
                + "organisation=O-1 trainers=P-1,P-2 passed=P-3,P-4 external-id=tra-one",
            "workshop record programme=CDSMP organisation=O-1 from=2026-03-02 until=2026-04-06 "
                + "sessions=6 leaders=P-3,P-4 enrolled=12 completers=10 external-id=wor-one")
    }
}
