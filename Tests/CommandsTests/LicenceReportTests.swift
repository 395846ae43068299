import Testing

@Suite struct LicenceReportTests {
    private static let numbers = "workshops=2 participants=20 trainings=1"

    /// O-1 with L-1 for CDSMP, from 2024-03-01 to 2026-08-31: two whole years and a half one.
    private func with(
        today: String, _ body: @Sendable (TestSession) async throws -> Void
    ) async throws {
        try await TestSession.with(today: today) { session in
            try await session.done(
                "organisation add name=One country=IE",
                "licence grant O-1 type=multiple programmes=CDSMP from=2024-03-01 "
                    + "until=2026-08-31")
            try await body(session)
        }
    }

    /// A day, a licence year, and what is said to its report on that day.
    static let filings: [(String, String, String)] = [
        ("2025-02-28", "2024-03-01", "NO date-in-future"), ("2025-03-01", "2024-03-01", "OK"),
        ("2026-06-01", "2024-03-01", "OK"), ("2026-06-01", "2025-03-01", "OK"),
        ("2026-08-31", "2026-03-01", "NO date-in-future"), ("2026-09-01", "2026-03-01", "OK"),
        ("2026-06-01", "2024-03-02", "NO conflict"), ("2026-06-01", "2023-03-01", "NO conflict"),
        ("2028-06-01", "2027-03-01", "NO conflict"),
    ]

    @Test(arguments: filings)
    func takesAReportOfAYearThatEnded(
        _ today: String, _ year: String, _ wanted: String
    ) async throws {
        try await with(today: today) { session in
            let reply = await session.send("licence report L-1 year=\(year) \(Self.numbers)")
            #expect(reply.outcome == wanted, "\(reply.lines)")
            if reply.isOK { #expect(reply["reports"] == "\(year):2:20:1") }
        }
    }

    @Test func correctsWithAReasonOnly() async throws {
        try await with(today: "2025-06-01") { session in
            let line = "licence report L-1 year=2024-03-01"
            try await session.done("\(line) \(Self.numbers)")
            let later = try session.on("2025-07-01")
            let again = await later.send("\(line) workshops=3 participants=31 trainings=0")
            #expect(again.outcome == "NO conflict")
            let corrected = try await later.done(
                "\(line) workshops=3 participants=31 trainings=0 reason=\"one was missing\"")
            #expect(corrected["reports"] == "2024-03-01:3:31:0")
            let usage = try await later.done("licence usage L-1")
            #expect(usage["filed-on"] == "2025-06-01")
            let events = try await later.done("event list L-1 command=\"licence report\"").data
            #expect(events.count == 2)
            #expect(events[1]["before"]?.contains("2024-03-01:2:20:1") == true)
            #expect(events[1]["after"]?.contains("2024-03-01:3:31:0") == true)
        }
    }

    /// The check's warning, the usage line and the nightly run say the same on every day, with
    /// the grace of policy and after the report was filed.
    @Test func agreesWithTheCheckAndTheNightlyRun() async throws {
        try await with(today: "2025-02-27") { session in
            let said: [(String, String, String)] = [
                ("2025-02-27", "not-due", ""), ("2025-02-28", "not-due", ""),
                ("2025-03-01", "due", "report-due"), ("2025-03-02", "overdue", "report-overdue"),
                ("2025-03-03", "overdue", ""),
            ]
            for (day, state, item) in said {
                let today = try session.on(day)
                let run = try await today.done("expiry run on=\(day)")
                #expect(run.data.compactMap { $0["rule"] }.joined(separator: " ") == item, "\(day)")
                let usage = try await today.done("licence usage L-1")
                #expect(usage["report"] == state, "\(day)")
                let check = try await today.done("check organisation O-1 programme=CDSMP")
                let isWarned = check.codes("warning").contains("report-overdue")
                #expect(isWarned == (state == "overdue"), "\(day)")
            }
            let filed = try session.on("2025-03-04")
            #expect(try await filed.done("licence show L-1")["reports-owed"] == "1")
            let line = "licence report L-1 year=2024-03-01 \(Self.numbers)"
            #expect(try await filed.done(line)["reports-owed"] == nil)
            try await filed.done("expiry run")
            let notices = try await filed.done("notice list licence=L-1").data
            #expect(notices.compactMap { $0["state"] } == ["withdrawn", "withdrawn"])
            let check = try await filed.done("check organisation O-1 programme=CDSMP")
            #expect(!check.codes("warning").contains("report-overdue"))
        }
    }
}
