import AdminProtocol
import Testing

@Suite struct CertificationTests {
    @Test func isAwardedForATrainingElsewhere() async throws {
        try await TestSession.with { session in
            try await session.done("person add name=Ann")
            let award =
                "certification award P-1 programme=CDSMP role=leader trained-on=2026-01-15 "
                + "evidence=paper"
            #expect(
                await session.send(award).lines == [
                    "* certification id=C-1 person=P-1 programme=CDSMP role=leader on=2026-06-01 "
                        + "state=provisional authorised=yes anchor=2026-01-15 "
                        + "current-until=2027-01-15 version=1", "OK",
                ])
            let again = await session.send(award)
            #expect(again.outcome == "NO conflict")
            #expect(again.final("certification") == "C-1")
            let later = try await session.done(award.replacing("01-15", "02-15"))
            #expect(later["id"] == "C-1")
            #expect(later["version"] == "2")
            #expect(later["anchor"] == "2026-02-15")
            let future = await session.send(award.replacing("2026-01-15", "2026-06-02"))
            #expect(future.codes() == ["date-in-future"])
            #expect(await session.send(award.replacing("CDSMP", "PMP")).outcome == "NO conflict")
        }
    }

    /// Each line in turn, and the state on three days, or the refusal.
    @Test func isSuspendedReinstatedAndRevoked() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let name = "person=P-3 programme=CDSMP role=leader"
            let steps: [(String, String)] = [
                ("reinstate", "NO conflict"),
                ("suspend from=2026-05-02 until=2026-05-01", "NO dates-invalid"),
                ("suspend from=2026-05-01", "active suspended suspended"),
                ("suspend from=2026-07-01", "NO conflict"),
                ("reinstate from=2026-04-30", "NO conflict"),
                ("reinstate from=2026-05-20", "active suspended active"),
                ("suspend from=2026-05-20 until=2026-06-30", "active suspended suspended"),
                ("reinstate from=2026-05-20", "active suspended active"),
                ("revoke from=2026-06-01", "active suspended revoked"),
                ("revoke", "NO conflict"), ("suspend from=2026-01-01", "NO conflict"),
            ]
            for (step, wanted) in steps {
                let words = step.split(separator: " ", maxSplits: 1)
                let rest = words.dropFirst().first.map { " \($0)" } ?? ""
                let reply = await session.send("certification \(words[0]) \(name)\(rest)")
                guard reply.isOK else {
                    #expect(reply.outcome == wanted, "\(step) \(reply.lines)")
                    continue
                }
                var states: [String] = []
                for day in ["2026-04-30", "2026-05-10", "2026-06-01"] {
                    let shown = try await session.done("certification show \(name) on=\(day)")
                    states.append(shown["state"] ?? "-")
                    let checked = try await session.done(
                        "check person P-3 programme=CDSMP as=leader on=\(day)")
                    #expect(checked["state"] == shown["state"], "\(step) \(day)")
                    #expect(checked["authorised"] == shown["authorised"])
                }
                #expect(states.joined(separator: " ") == wanted, "\(step)")
            }
        }
    }

    /// A suspension concerns one role: the other one stands.
    @Test func concernsOneRole() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(
                "certification award P-1 programme=CDSMP role=leader trained-on=2026-01-02 "
                    + "evidence=x",
                "certification revoke person=P-1 programme=CDSMP role=leader")
            let checked = try await session.done("check person P-1 programme=CDSMP").data
            #expect(checked.map { $0["role"] } == ["leader", "master-trainer"])
            #expect(checked.map { $0["authorised"] } == ["no", "yes"])
        }
    }

    @Test func takesAnID() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let named = "certification show person=P-3 programme=CDSMP role=leader"
            let shown = try await session.done(named)
            let id = try #require(shown["id"])
            #expect(try await session.done("certification show \(id)").lines == shown.lines)
            try await session.done(
                "certification suspend \(id) from=2026-05-01",
                "certification reinstate certification=\(id) from=2026-05-03",
                "certification revoke \(id) from=2026-05-09")
            #expect(try await session.done(named)["revoked-on"] == "2026-05-09")
        }
    }

    @Test(arguments: [
        ("person=P-3", 1), ("programme=CPSMP", 2), ("role=leader", 2), ("role=master-trainer", 4),
        ("organisation=O-1", 6), ("organisation=O-1 on=2025-12-31", 0), ("organisation=O-2", 0),
        ("state=active", 4), ("state=active on=2026-02-10", 2), ("state=lapsed on=2028-06-01", 6),
        ("state=untrained on=2025-11-30", 6), ("state=suspended", 0), ("", 6),
    ])
    func lists(_ filter: String, _ count: Int) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let found = try await session.done("certification list \(filter)").data
            #expect(found.count == count, "\(found.map { $0.fields.map(\.value.plain) })")
        }
    }
}
