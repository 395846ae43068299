import Testing

@Suite struct PersonTests {
    @Test func keepsAllThatIsSaid() async throws {
        try await TestSession.with { session in
            let add =
                "person add name=\"Ann Example\" email=ann@b.example external-id=x "
                + "peer-for=TOMANDO,CPSMP,CPSMP professions=Nurse,doctor,nurse"
            let shown =
                "* person id=P-1 name=\"Ann Example\" email=\"ann@b.example\" "
                + "external-id=\"x\" professions=doctor,nurse peer-for=CPSMP,TOMANDO version=1"
            #expect(await session.send(add).lines == [shown, "OK"])
            let cleared = await session.send(
                "person amend P-1 email=\"\" external-id=\"\" peer-for=\"\" professions=\"\"")
            #expect(cleared.lines.first == "* person id=P-1 name=\"Ann Example\" version=2")
        }
    }

    @Test func joinsAndLeaves() async throws {
        try await TestSession.with { session in
            try await session.done(
                "organisation add name=One country=IE", "organisation add name=Two country=IE",
                "person add name=Ann")
            let steps: [(String, String)] = [
                ("join P-1 organisation=O-1 from=2026-02-01", "O-1:2026-02-01/"),
                ("leave P-1 organisation=O-1 until=2026-03-31", "O-1:2026-02-01/2026-03-31"),
                (
                    "join P-1 organisation=O-1 from=2026-04-01",
                    "O-1:2026-02-01/2026-03-31,O-1:2026-04-01/"
                ),
                (
                    "leave P-1 organisation=O-1 from=2026-06-01",
                    "O-1:2026-02-01/2026-03-31,O-1:2026-04-01/2026-05-31"
                ),
                (
                    "join P-1 organisation=O-2 from=2026-02-10 until=2026-02-20",
                    "O-1:2026-02-01/2026-03-31,O-2:2026-02-10/2026-02-20,"
                        + "O-1:2026-04-01/2026-05-31"
                ),
            ]
            for (line, wanted) in steps {
                #expect(try await session.done("person \(line)")["affiliations"] == wanted)
            }
        }
    }

    @Test(arguments: [
        ("join P-1 organisation=O-1 from=2026-02-01 until=2026-03-01", "NO conflict"),
        ("join P-1 organisation=O-1 from=2026-03-02 until=2026-03-01", "NO dates-invalid"),
        ("join P-1 organisation=O-1 from=2027-01-01", "NO conflict"),
        ("join P-1 organisation=O-1 from=2026-02-01 until=2026-02-28", "OK"),
        ("join P-1 organisation=O-2", "OK"),
        ("leave P-1 organisation=O-1", "OK"), ("leave P-1 organisation=O-2", "NO conflict"),
        ("leave P-1 organisation=O-1 until=2026-02-28", "NO conflict"),
        ("leave P-1 organisation=O-1 from=2026-03-01", "NO conflict"),
        ("leave P-1 organisation=O-1 from=2026-03-02", "OK"),
        ("leave P-1 organisation=O-1 until=2030-01-01", "OK"),
    ])
    func judgesDays(_ line: String, _ outcome: String) async throws {
        try await TestSession.with { session in
            try await session.done(
                "organisation add name=One country=IE", "organisation add name=Two country=IE",
                "person add name=Ann", "person join P-1 organisation=O-1 from=2026-03-01")
            let reply = await session.send("person \(line)")
            #expect(reply.outcome == outcome, "\(reply.lines)")
        }
    }

    @Test func refusesAnExternalIDThatAnotherHas() async throws {
        try await TestSession.with { session in
            try await session.done("person add name=Ann external-id=x", "person add name=Ben")
            for line in ["person add name=Cy external-id=x", "person amend P-2 external-id=x"] {
                let taken = await session.send(line)
                #expect(taken.outcome == "NO conflict")
                #expect(taken.final("person") == "P-1")
            }
        }
    }

    @Test(arguments: [
        ("list", "P-1 P-2 P-3"), ("list organisation=O-1", "P-1"),
        ("list organisation=O-1 on=2026-01-15", "P-1 P-2"), ("list profession=DOCTOR", "P-2"),
        ("list profession=nurse organisation=O-1", ""), ("find ANN", "P-1"), ("find @b.", "P-2"),
        ("find \"ext-\"", "P-3"),
    ])
    func findsAndLists(_ query: String, _ wanted: String) async throws {
        try await TestSession.with { session in
            try await session.done(
                "organisation add name=One country=IE", "person add name=Ann",
                "person add name=Ben email=ben@b.example professions=doctor",
                "person add name=Cy external-id=ext-3",
                "person join P-1 organisation=O-1 from=2026-01-01",
                "person join P-2 organisation=O-1 from=2026-01-01 until=2026-01-31")
            let found = try await session.done("person \(query)").data
            #expect(found.compactMap { $0["id"] }.joined(separator: " ") == wanted)
        }
    }
}
