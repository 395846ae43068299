import Testing

@Suite struct OrganisationTests {
    @Test func keepsAllThatIsSaid() async throws {
        try await TestSession.with { session in
            try await session.done("organisation add name=One country=IE")
            let add =
                "organisation add name=\"Two \\\"Ltd\\\"\" country=DK sector=nonprofit "
                + "parent=O-1 timezone=Europe/Copenhagen contact=a@b.example external-id=\"x y\""
            let shown =
                "* organisation id=O-2 name=\"Two \\\"Ltd\\\"\" country=DK "
                + "sector=nonprofit parent=O-1 timezone=\"Europe/Copenhagen\" "
                + "contact=\"a@b.example\" external-id=\"x y\" version=1"
            #expect(await session.send(add).lines == [shown, "OK"])
            #expect(await session.send("organisation show O-2").lines == [shown, "OK"])
            #expect(await session.send("organisation show \"ext:x y\"").lines == [shown, "OK"])
        }
    }

    @Test func amendsWhatIsNamedAndClearsWhatIsEmpty() async throws {
        try await TestSession.with { session in
            try await session.done(
                "organisation add name=One country=IE",
                "organisation add name=Two country=DK sector=public parent=O-1 "
                    + "timezone=UTC contact=a@b.example external-id=x")
            let amended = await session.send("organisation amend O-2 name=Three contact=\"\"")
            #expect(
                amended.lines.first
                    == "* organisation id=O-2 name=\"Three\" country=DK sector=public parent=O-1 "
                    + "timezone=\"UTC\" external-id=\"x\" version=2")
            let cleared = await session.send(
                "organisation amend O-2 sector=\"\" parent=\"\" timezone=\"\" external-id=\"\"")
            #expect(
                cleared.lines.first == "* organisation id=O-2 name=\"Three\" country=DK version=3")
        }
    }

    @Test func refusesWhatCannotBe() async throws {
        try await TestSession.with { session in
            try await session.done(
                "organisation add name=One country=IE external-id=x",
                "organisation add name=Two country=IE")
            let own = await session.send("organisation amend O-1 parent=O-1")
            #expect(own.outcome == "NO conflict")
            for line in [
                "organisation add name=Y country=IE external-id=x",
                "organisation amend O-2 external-id=x",
            ] {
                let taken = await session.send(line)
                #expect(taken.outcome == "NO conflict")
                #expect(taken.final("organisation") == "O-1")
            }
            try await session.done("organisation amend O-1 external-id=x name=Z")
            try await session.done("organisation close O-1 on=2026-05-01")
            let again = await session.send("organisation close O-1")
            #expect(again.outcome == "NO conflict")
            #expect(again.final("closed-on") == "2026-05-01")
        }
    }

    @Test(arguments: [
        ("list", "O-1 O-2 O-3"), ("list country=DK", "O-3"), ("list sector=public", "O-2"),
        ("list parent=O-1", "O-2 O-3"), ("list country=FR", ""), ("find two", "O-2"),
        ("find OFFICE@", "O-3"), ("find EXT-", "O-1"), ("find \"%\"", ""), ("find \"_\"", ""),
    ])
    func findsAndLists(_ query: String, _ wanted: String) async throws {
        try await TestSession.with { session in
            try await session.done(
                "organisation add name=One country=IE external-id=ext-1",
                "organisation add name=Two country=IE sector=public parent=O-1",
                "organisation add name=Three country=DK parent=O-1 contact=office@b.example")
            let found = try await session.done("organisation \(query)").data
            #expect(found.compactMap { $0["id"] }.joined(separator: " ") == wanted)
        }
    }

    @Test func noOrganisationIsPartOfItsOwnPart() async throws {
        try await TestSession.with { session in
            try await session.done(
                "organisation add name=A country=IE",
                "organisation add name=B country=IE parent=O-1",
                "organisation add name=C country=IE parent=O-2")
            for parent in ["O-1", "O-2", "O-3"] {
                let reply = await session.send("organisation amend O-1 parent=\(parent)")
                #expect(reply.outcome == "NO conflict")
            }
            try await session.done("organisation amend O-3 parent=O-1")
        }
    }
}
