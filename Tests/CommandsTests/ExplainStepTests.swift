import AdminProtocol
import Testing

/// A step that an explanation gives as a command mends the rule that it is for.
@Suite struct ExplainStepTests {
    /// A day, lines before, the check, and the rule that a command is given for.
    static let cases: [(String, [String], String, String)] = [
        (
            "2026-06-01", ["licence suspend L-1 from=2026-05-01"], "O-1 programme=CDSMP",
            "no-licence"
        ),
        ("2026-06-01", ["licence revoke L-1"], "O-1 programme=CDSMP", "no-licence"),
        ("2029-02-01", [], "O-1 programme=CDSMP", "no-licence"),
        ("2033-02-01", [], "O-1 programme=CDSMP", "no-licence"),
        ("2026-06-01", [], "O-2 programme=CDSMP", "no-licence"),
        ("2026-06-01", [], "O-1 programme=TOMANDO", "no-licence"),
        (
            "2026-06-01", ["licence grant O-2 type=single programmes=CDSMP language=da"],
            "O-2 programme=CPSMP", "no-licence"
        ),
        (
            "2026-06-01", ["licence grant O-2 type=single programmes=CDSMP language=da"],
            "O-2 programme=CDSMP language=en", "no-licence"
        ),
        (
            "2026-06-01",
            [
                "licence grant O-1 type=umbrella programmes=TOMANDO from=2026-01-01",
                "licence cover L-2 organisation=O-2 from=2026-01-01 until=2026-05-01",
            ], "O-2 programme=TOMANDO", "no-licence"
        ),
        (
            "2026-06-01",
            [
                "person join P-3 organisation=O-2 from=2026-05-01",
                "person join P-4 organisation=O-2 from=2026-05-01",
                "certification suspend person=P-4 programme=CDSMP role=leader from=2026-05-02",
            ], "O-2 programme=CDSMP", "too-few-leaders"
        ),
        (
            "2026-06-01",
            ["certification suspend person=P-2 programme=CDSMP role=master-trainer"],
            "O-1 programme=CDSMP", "too-few-master-trainers"
        ),
    ]

    @Test(arguments: cases) func commandsMendWhatTheyAreFor(
        _ day: String, _ before: [String], _ line: String, _ code: String
    ) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let today = try session.on(day)
            for line in before { try await today.done(line) }
            let reply = try await today.done("explain organisation \(line)")
            #expect(reply.codes().contains(code), "\(reply.lines)")
            let step = reply.data.first { $0.kind == "next" && $0["code"] == code }
            let command = try #require(step?["command"], "\(reply.lines)")
            try await today.done(command)
            let check = try await today.done("check organisation \(line)")
            #expect(!check.codes().contains(code), "\(command) \(check.lines)")
        }
    }

    @Test func tellsWhenALicenceBegins() async throws {
        try await TestSession.with(today: "2025-12-01") { session in
            try await session.playSceneBefore()
            let reply = try await session.done("explain organisation O-1 programme=CDSMP")
            let step = reply.data.first { $0.kind == "next" && $0["code"] == "no-licence" }
            #expect(step?["from"] == "2026-01-01")
            #expect(step?["command"] == nil)
            let evidence = reply.data.first { $0["of"] == "licence" }
            #expect(evidence?["serves"] == "no")
            #expect(evidence?["misses"] == "not-yet")
        }
    }
}

extension TestSession {
    /// O-1 with a licence that is still to begin.
    fileprivate func playSceneBefore() async throws {
        try await done(
            "organisation add name=One country=IE",
            "licence grant O-1 type=multiple programmes=CDSMP from=2026-01-01")
    }
}
