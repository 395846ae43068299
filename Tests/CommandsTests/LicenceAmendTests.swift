import Testing

@Suite struct LicenceAmendTests {
    /// O-1 with L-1, multiple, for CDSMP, 2024 to 2026, and L-2, which renews it.
    private func with(_ body: @Sendable (TestSession) async throws -> Void) async throws {
        try await TestSession.with { session in
            try await session.done(
                "organisation add name=One country=IE",
                "licence grant O-1 type=multiple programmes=CDSMP from=2024-01-01 "
                    + "until=2026-12-31 workshops-per-year=5",
                "licence renew L-1")
            try await body(session)
        }
    }

    @Test func changesAllowancesAndExternalID() async throws {
        try await with { session in
            let amended = try await session.done(
                "licence amend L-1 workshops-per-year=\"\" trainings-per-year=3 external-id=one")
            #expect(amended["workshops-per-year"] == nil)
            #expect(amended["trainings-per-year"] == "3")
            #expect(amended["external-id"] == "one")
            #expect(amended["version"] == "2")
            #expect(try await session.done("licence show ext:one")["id"] == "L-1")
            let other = await session.send("licence amend L-2 external-id=one")
            #expect(other.outcome == "NO conflict")
            #expect(other.final("licence") == "L-1")
        }
    }

    /// A correction of L-1, and what is said to it: the line's key and value, or the refusal.
    static let corrections: [(String, String)] = [
        ("until=2026-06-30", "OK"), ("until=2026-12-31", "OK"), ("from=2023-07-01", "OK"),
        ("programmes=CDSMP,CPSMP", "OK"), ("programmes=any", "OK"),
        ("programmes=TOMANDO until=2027-12-31", "OK"),
        ("until=2027-01-01", "NO licence-overlap"), ("until=2023-12-31", "NO dates-invalid"),
        ("programmes=GSH", "NO type-not-accepted"), ("language=da", "NO type-scope"),
        ("programmes=NONE", "NO not-found"), ("until=\"\"", "BAD bad-value"),
    ]

    @Test(arguments: corrections)
    func judgesACorrection(_ line: String, _ wanted: String) async throws {
        try await with { session in
            let reply = await session.send("licence amend L-1 \(line) reason=\"paper says so\"")
            #expect(reply.outcome == wanted, "\(reply.lines)")
            let version = try await session.done("licence show L-1")["version"]
            #expect(version == (wanted == "OK" ? "2" : "1"))
        }
    }

    @Test func asksForTheReasonOfACorrection() async throws {
        try await with { session in
            let bare = await session.send("licence amend L-1 until=2026-06-30")
            #expect(bare.outcome == "BAD missing-argument")
            #expect(bare.final("argument") == "reason")
            try await session.done("licence amend L-1 until=2026-12-31 workshops-per-year=6")
        }
    }

    /// What serves follows the correction at once, and so does the database's own constraint.
    @Test func servesByTheNewTermAndScope() async throws {
        try await with { session in
            try await session.done("licence amend L-1 programmes=TOMANDO reason=typing")
            let check = "check organisation O-1 programme=CDSMP on=2026-06-01"
            let reasons = try await session.done(check).data.filter { $0["code"] == "no-licence" }
            #expect(reasons.first?["nearest"] == "programme-not-covered")
            try await session.done(
                "licence grant O-1 type=multiple programmes=CDSMP from=2024-01-01 "
                    + "until=2026-12-31")
            let back = await session.send("licence amend L-1 programmes=CDSMP reason=typing")
            #expect(back.outcome == "NO licence-overlap")
        }
    }

    @Test func keepsTheYearsOfFiledReports() async throws {
        try await with { session in
            try await session.done(
                "licence report L-1 year=2025-01-01 workshops=1 participants=9 trainings=0")
            for line in ["from=2024-02-01", "until=2024-12-31"] {
                let reply = await session.send("licence amend L-1 \(line) reason=typing")
                #expect(reply.outcome == "NO conflict", "\(line)")
            }
            try await session.done("licence amend L-1 from=2023-01-01 reason=typing")
        }
    }

    @Test func leavesARevokedTermAlone() async throws {
        try await with { session in
            try await session.done("licence revoke L-1 from=2026-03-01")
            let reply = await session.send("licence amend L-1 until=2026-06-30 reason=typing")
            #expect(reply.outcome == "NO conflict")
            try await session.done("licence amend L-1 external-id=one")
        }
    }
}
