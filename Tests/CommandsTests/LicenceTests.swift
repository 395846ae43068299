import Testing

@Suite struct LicenceTests {
    /// O-1 with L-1, multiple, for CDSMP, 2026 to 2028; O-2 with umbrella L-2 for any.
    private func with(_ body: @Sendable (TestSession) async throws -> Void) async throws {
        try await TestSession.with { session in
            try await session.done(
                "organisation add name=One country=IE", "organisation add name=Two country=IE",
                "licence grant O-1 type=multiple programmes=CDSMP from=2026-01-01",
                "licence grant O-2 type=umbrella programmes=any from=2026-01-01 "
                    + "until=2026-12-31 workshops-per-year=5 trainings-per-year=2")
            try await body(session)
        }
    }

    static let grants: [(String, String)] = [
        ("type=multiple programmes=CPSMP", "OK"),
        ("type=multiple programmes=CDSMP", "licence-overlap"),
        ("type=umbrella programmes=any", "licence-overlap"),
        ("type=multiple programmes=CPSMP,CDSMP", "licence-overlap"),
        ("type=multiple programmes=CDSMP from=2028-12-31", "licence-overlap"),
        ("type=multiple programmes=CDSMP from=2029-01-01", "OK"),
        ("type=single programmes=CDSMP language=da", "OK"),
        ("type=single programmes=CDSMP", "type-scope licence-overlap"),
        ("type=single programmes=CDSMP,TOMANDO language=da", "type-scope"),
        ("type=single programmes=any language=da", "type-scope"),
        ("type=single programmes=CPSMP language=da", "type-not-accepted"),
        (
            "type=single programmes=CPSMP,CDSMP",
            "type-scope type-not-accepted licence-overlap"
        ),
        ("type=multiple programmes=CDSMP from=2026-02-01 until=2026-01-31", "dates-invalid"),
    ]

    @Test(arguments: grants) func judgesAGrant(_ line: String, _ wanted: String) async throws {
        try await with { session in
            let reply = await session.send("licence grant O-1 \(line)")
            if wanted == "OK" {
                #expect(reply.isOK, "\(reply.lines)")
            } else {
                #expect(Set(reply.codes()) == Set(wanted.split(separator: " ").map(String.init)))
                #expect(reply.final("reasons") == "\(reply.codes().count)")
            }
        }
    }

    @Test func showsWhatItIsOnTheDay() async throws {
        try await with { session in
            try await session.done(
                "licence suspend L-1 from=2026-03-01 until=2026-03-31",
                "licence cover L-2 organisation=O-1 from=2026-02-01",
                "licence revoke L-2 from=2026-08-01")
            #expect(
                await session.send("licence show L-2").lines.first
                    == "* licence id=L-2 organisation=O-2 type=umbrella programmes=any "
                    + "from=2026-01-01 until=2026-12-31 state=in-force workshops-per-year=5 "
                    + "trainings-per-year=2 covers=O-1:2026-02-01/ revoked-on=2026-08-01 "
                    + "version=3")
            for (licence, day, state) in [
                ("L-1", "2025-12-31", "not-yet"), ("L-1", "2026-03-31", "suspended"),
                ("L-1", "2026-04-01", "in-force"), ("L-1", "2029-01-01", "expired"),
                ("L-2", "2026-07-31", "in-force"), ("L-2", "2026-08-01", "revoked"),
            ] {
                let shown = try await session.on(day).done("licence show \(licence)")
                #expect(shown["state"] == state, "\(licence) \(day)")
            }
        }
    }

    @Test func aRenewedUmbrellaGoesOnCovering() async throws {
        try await TestSession.with { session in
            try await session.done(
                "organisation add name=State country=US", "organisation add name=A country=US",
                "organisation add name=B country=US",
                "licence grant O-1 type=umbrella programmes=CDSMP from=2026-01-01 "
                    + "until=2026-12-31",
                "licence cover L-1 organisation=O-2 from=2026-02-01",
                "licence cover L-1 organisation=O-3 from=2026-02-01 until=2026-11-30")
            let renewed = try await session.done("licence renew L-1")
            #expect(renewed["covers"] == "O-2:2027-01-01/")
            let check = "check organisation O-2 programme=CDSMP on=2027-01-01"
            #expect(try await session.done(check)["licence"] == renewed["id"])
        }
    }

    @Test func renewsFromTheDayAfter() async throws {
        try await with { session in
            let renewed = try await session.done("licence renew L-2 trainings-per-year=9")
            #expect(renewed["from"] == "2027-01-01")
            #expect(renewed["until"] == "2029-12-31")
            #expect(renewed["renewal-of"] == "L-2")
            #expect(renewed["programmes"] == "any")
            #expect(renewed["workshops-per-year"] == "5")
            #expect(renewed["trainings-per-year"] == "9")
            #expect(await session.send("licence renew L-2").codes() == ["licence-overlap"])
            let gap = try await session.done(
                "licence renew L-1 from=2029-03-01 until=2029-12-31 external-id=new")
            #expect(gap["from"] == "2029-03-01")
            #expect(gap["external-id"] == "new")
            let early = await session.send("licence renew L-1 from=2028-06-01")
            #expect(early.codes() == ["licence-overlap"])
            try await session.done("licence revoke L-1")
            #expect(await session.send("licence renew L-1").outcome == "NO conflict")
        }
    }

    /// Each line in turn, and the suspensions that then stand, or the refusal.
    @Test func suspendsAndReinstates() async throws {
        try await with { session in
            let steps: [(String, String)] = [
                ("reinstate L-1 from=2026-03-01", "NO conflict"),
                ("suspend L-1 from=2026-03-02 until=2026-03-01", "NO dates-invalid"),
                ("suspend L-1 from=2026-03-01", "2026-03-01/"),
                ("suspend L-1 from=2027-01-01", "NO conflict"),
                ("reinstate L-1 from=2026-02-28", "NO conflict"),
                ("reinstate L-1 from=2026-04-01", "2026-03-01/2026-03-31"),
                ("reinstate L-1 from=2026-04-01", "NO conflict"),
                ("suspend L-1 from=2026-03-31", "NO conflict"),
                ("suspend L-1 from=2026-04-01", "2026-03-01/2026-03-31,2026-04-01/"),
                ("reinstate L-1 from=2026-04-01", "2026-03-01/2026-03-31"),
                ("revoke L-1 from=2026-09-01", "2026-03-01/2026-03-31"),
                ("revoke L-1", "NO conflict"), ("suspend L-1", "NO conflict"),
            ]
            for (line, wanted) in steps {
                let reply = await session.send("licence \(line)")
                #expect((reply["suspensions"] ?? reply.outcome) == wanted, "\(line)")
            }
        }
    }

    @Test func leavesRoomWhereOneWasRevoked() async throws {
        try await with { session in
            try await session.done(
                "licence revoke L-1 from=2030-01-01",
                "licence grant O-1 type=multiple programmes=CDSMP from=2026-01-01")
        }
    }

    @Test func coversByUmbrellasOnly() async throws {
        try await with { session in
            let steps: [(String, String)] = [
                ("cover L-1 organisation=O-2", "NO conflict"),
                ("cover L-2 organisation=O-2", "NO conflict"),
                ("cover L-2 organisation=O-1 from=2026-02-02 until=2026-02-01", "NO dates-invalid"),
                ("uncover L-2 organisation=O-1", "NO conflict"),
                ("cover L-2 organisation=O-1 from=2026-02-01", "O-1:2026-02-01/"),
                ("cover L-2 organisation=O-1 from=2026-05-01", "NO conflict"),
                ("uncover L-2 organisation=O-1 until=2026-01-31", "NO conflict"),
                ("uncover L-2 organisation=O-1 from=2026-06-01", "O-1:2026-02-01/2026-05-31"),
                (
                    "cover L-2 organisation=O-1 from=2026-06-01",
                    "O-1:2026-02-01/2026-05-31,O-1:2026-06-01/"
                ),
            ]
            for (line, wanted) in steps {
                let reply = await session.send("licence \(line)")
                #expect((reply["covers"] ?? reply.outcome) == wanted, "\(line) \(reply.lines)")
            }
        }
    }

    @Test(arguments: [
        ("", "L-1 L-2"), ("organisation=O-1", "L-1 L-2"), ("organisation=O-2", "L-2"),
        ("programme=CDSMP", "L-1 L-2"), ("programme=PMP", "L-2"), ("type=multiple", "L-1"),
        ("on=2027-01-01", "L-1"), ("on=2026-06-01 type=umbrella", "L-2"), ("on=2031-01-01", ""),
    ])
    func lists(_ filter: String, _ wanted: String) async throws {
        try await with { session in
            try await session.done("licence cover L-2 organisation=O-1")
            let found = try await session.done("licence list \(filter)").data
            #expect(found.compactMap { $0["id"] }.joined(separator: " ") == wanted)
        }
    }

    @Test func knowsALanguageInAnyLetters() async throws {
        try await with { session in
            let granted = try await session.done(
                "licence grant O-1 type=single programmes=TOMANDO language=PT-br")
            #expect(granted["language"] == "pt-BR")
            let again = await session.send(
                "licence grant O-1 type=single programmes=TOMANDO language=pt-Br")
            #expect(again.codes() == ["licence-overlap"])
        }
    }
}
