import AdminProtocol
import Testing

@Suite struct ProgrammeTests {
    private static let define =
        "programme define SWC title=\"Software Carpentry\" sessions=2-4 "
        + "minutes=420 total-minutes=840 modes=in-person:8-40,virtual::3,hybrid:5- leaders=2 "
        + "peers=1 licence-types=umbrella,multiple min-leaders=1 min-master-trainers=0 "
        + "formats=leader/standard:2,refresher/short:0.5-1 needs=TOMANDO,CDSMP"

    private static let shown =
        "* programme code=SWC title=\"Software Carpentry\" sessions=2-4 "
        + "minutes=420 total-minutes=840 modes=in-person:8-40,virtual::3,hybrid:5- leaders=2 "
        + "peers=1 licence-types=multiple,umbrella min-leaders=1 min-master-trainers=0 "
        + "formats=leader/standard:2,refresher/short:0.5-1 needs=TOMANDO,CDSMP version=1"

    @Test func keepsAllThatIsSaid() async throws {
        try await TestSession.with { session in
            #expect(await session.send(Self.define).lines == [Self.shown, "OK"])
            let show = try await session.done("programme show swc")
            #expect(show.lines.first == Self.shown)
            #expect(
                show.data.map(\.kind)
                    == ["programme", "prerequisite", "retention", "retention", "retention"])
            #expect(await session.send(Self.define).outcome == "NO conflict")
            #expect(try await session.done("programme list").data.count == 7)
            #expect(
                try await session.done("programme list after=GSH").lines == [Self.shown, "OK"])
        }
    }

    @Test func takesProfessionsInPlaceOfLeaders() async throws {
        try await TestSession.with { session in
            let defined = try await session.done(
                "programme define DOC title=x sessions=1- modes=in-person "
                    + "professions=Doctor,nurse,doctor formats=\"\" needs=\"\" licence-types=\"\"")
            #expect(
                defined.lines.first
                    == "* programme code=DOC title=\"x\" sessions=1- modes=in-person "
                    + "professions=doctor,nurse licence-types=\"\" min-leaders=2 "
                    + "min-master-trainers=2 formats=\"\" version=1")
        }
    }

    /// A programme that was defined is trained, led and checked like those that were shipped.
    @Test func worksLikeAShippedOne() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            try await session.done(
                "programme define SWC title=x sessions=2 modes=in-person "
                    + "licence-types=multiple formats=leader/standard:2",
                "licence grant O-1 type=multiple programmes=SWC from=2026-01-01")
            for trainer in 1...2 {
                try await session.done(
                    "certification award P-\(trainer) programme=SWC role=master-trainer "
                        + "trained-on=2026-01-02 evidence=x")
            }
            try await session.done(
                "training record programme=SWC kind=leader from=2026-02-02 until=2026-02-03 "
                    + "organisation=O-1 trainers=P-1,P-2 passed=P-3,P-4",
                "workshop record programme=SWC organisation=O-1 from=2026-03-02 "
                    + "until=2026-03-03 sessions=2 leaders=P-3,P-4")
            let verdict = try await session.done("check organisation O-1 programme=SWC")
            #expect(verdict["may-offer"] == "yes")
            #expect(verdict["leaders"] == "4")
        }
    }

    @Test func showsTheShippedOnes() async throws {
        try await TestSession.with { session in
            let listed = try await session.done("programme list").data.compactMap { $0["code"] }
            #expect(listed == ["CDSMP", "TOMANDO", "CPSMP", "HLC-PAIN", "PMP", "GSH"])
            let shown = try await session.done("programme show CPSMP")
            #expect(shown["licence-types"] == "multiple,umbrella")
            #expect(shown["needs"] == "CDSMP,TOMANDO")
            #expect(shown["modes"] == "in-person:8-16,virtual:8-12,toolkit:3-5:1")
        }
    }
}
