import Testing

/// S0, the evidence summary of the Danish lay-led trial: "Lær at tackle kroniske smerter", the pain
/// programme led by lay people. Six weekly sessions of two and a half hours, groups of 8 to 16, two
/// leaders of whom one at least lives with chronic pain, all in Danish.
@Suite struct DanishPainScenario {
    private static let workshop =
        "workshop record programme=CPSMP organisation=O-1 language=da site=Aarhus "
        + "from=2026-03-03 until=2026-04-07 sessions=6 completers=7"

    /// A Danish committee with a licence, two master trainers, and Anna (P-3), who lives with pain,
    /// Bo (P-4) and Carl (P-5), who do not; all trained in CDSMP first, then across.
    private func begin(_ session: TestSession) async throws {
        try await session.done(
            "organisation add name=\"Komiteen for Sundhedsoplysning\" country=DK sector=nonprofit",
            "licence grant O-1 type=multiple programmes=CDSMP,CPSMP from=2026-01-01")
        for (number, name) in ["Mette", "Niels", "Anna", "Bo", "Carl"].enumerated() {
            try await session.done(
                "person add name=\(name)\(name == "Anna" ? " peer-for=CPSMP" : "")",
                "person join P-\(number + 1) organisation=O-1 from=2026-01-01")
        }
        for trainer in ["P-1", "P-2"] {
            for programme in ["CDSMP", "CPSMP"] {
                try await session.done(
                    "certification award \(trainer) programme=\(programme) role=master-trainer "
                        + "trained-on=2025-10-01 evidence=\"certificate of the licensor\"")
            }
        }
        try await session.done(
            "training record programme=CDSMP kind=leader language=da from=2026-01-19 "
                + "until=2026-01-22 organisation=O-1 trainers=P-1,P-2 passed=P-3,P-4,P-5",
            "training record programme=CPSMP kind=cross format=two-day language=da "
                + "from=2026-02-02 until=2026-02-03 organisation=O-1 trainers=P-1,P-2 "
                + "passed=P-3,P-4,P-5")
    }

    @Test(arguments: [(8, []), (16, []), (7, ["group-size"]), (17, ["group-size"])])
    func aGroupHasEightToSixteen(_ enrolled: Int, _ warnings: [String]) async throws {
        try await TestSession.with { session in
            try await begin(session)
            let reply = try await session.done(
                "\(Self.workshop) leaders=P-3,P-4 enrolled=\(enrolled)")
            #expect(reply["language"] == "da")
            #expect(reply.codes("warning") == warnings)
        }
    }

    @Test(arguments: [
        ("leaders=P-3,P-4", "OK"), ("leaders=P-3", "NO too-few-leaders"),
        ("leaders=P-4,P-5", "NO no-peer-leader"),
    ])
    func twoLeadOneOfWhomLivesWithPain(_ leaders: String, _ outcome: String) async throws {
        try await TestSession.with { session in
            try await begin(session)
            #expect(
                await session.send("\(Self.workshop) enrolled=12 \(leaders)").outcome == outcome)
        }
    }

    @Test func sixSessionsAndNoFewer() async throws {
        try await TestSession.with { session in
            try await begin(session)
            let short = Self.workshop.replacing("sessions=6", with: "sessions=5")
            #expect(await session.send("\(short) leaders=P-3,P-4").outcome == "NO session-count")
            let brief = "\(Self.workshop) leaders=P-3,P-4 minutes=120"
            #expect(await session.send(brief).outcome == "NO session-count")
        }
    }

    @Test func withoutTheLeaderWhoLivesWithPainItMayNotBeOffered() async throws {
        try await TestSession.with { session in
            try await begin(session)
            let check = "check organisation O-1 programme=CPSMP language=da on=2026-05-01"
            #expect(try await session.done(check)["may-offer"] == "yes")
            try await session.done("person leave P-3 organisation=O-1 until=2026-04-30")
            let left = try await session.done(check)
            #expect(left["may-offer"] == "no")
            #expect(left.codes() == ["no-peer-leader"])
        }
    }
}
