import Testing

@Suite struct LicenceUsageTests {
    @Test func countsEachLicenceYear() async throws {
        try await TestSession.with(today: "2028-02-01") { session in
            try await session.playScene()
            try await session.done(
                "licence amend L-1 workshops-per-year=1 trainings-per-year=1",
                "workshop record programme=CDSMP organisation=O-1 from=2026-12-31 "
                    + "until=2027-02-01 sessions=6 leaders=P-3,P-4 enrolled=11",
                "workshop record programme=CDSMP organisation=O-1 from=2027-01-01 "
                    + "until=2027-02-05 sessions=6 leaders=P-3,P-4",
                "licence report L-1 year=2026-01-01 workshops=2 participants=23 trainings=1")
            let usage = try await session.done("licence usage L-1")
            #expect(
                usage.lines == [
                    "* usage licence=L-1 year=2026-01-01 until=2026-12-31 workshops=2 "
                        + "workshops-per-year=1 workshops-over=1 participants=23 trainings=1 "
                        + "trainings-per-year=1 trainings-over=0 fee-due=yes report=filed "
                        + "report-due=2027-01-01 filed-on=2028-02-01 reported-workshops=2 "
                        + "reported-participants=23 reported-trainings=1",
                    "* usage licence=L-1 year=2027-01-01 until=2027-12-31 workshops=1 "
                        + "workshops-per-year=1 workshops-over=0 participants=0 trainings=0 "
                        + "trainings-per-year=1 trainings-over=0 fee-due=no report=overdue "
                        + "report-due=2028-01-01",
                    "* usage licence=L-1 year=2028-01-01 until=2028-12-31 workshops=0 "
                        + "workshops-per-year=1 workshops-over=0 participants=0 trainings=0 "
                        + "trainings-per-year=1 trainings-over=0 fee-due=no report=not-due "
                        + "report-due=2029-01-01",
                    "OK",
                ])
        }
    }

    @Test func isNarrowedAndPaged() async throws {
        try await TestSession.with(today: "2030-06-01") { session in
            try await session.beginScene()
            let years = { (line: String) in
                try await session.done("licence usage L-1 \(line)").data.map { $0["year"] ?? "-" }
            }
            #expect(try await years("") == ["2026-01-01", "2027-01-01", "2028-01-01"])
            #expect(try await years("on=2025-12-31") == [])
            #expect(try await years("on=2027-01-01") == ["2026-01-01", "2027-01-01"])
            #expect(try await years("year=2027-07-01") == ["2027-01-01"])
            #expect(try await years("year=2040-07-01") == [])
            let first = try await session.done("licence usage L-1 limit=2")
            #expect(first.final("more") == "yes")
            #expect(first.final("next") == "2027-01-01")
            #expect(try await years("limit=2 after=2027-01-01") == ["2028-01-01"])
            #expect(await session.send("licence usage L-1 after=x").outcome == "BAD bad-value")
        }
    }

    @Test func countsWhatAnUmbrellaServesElsewhere() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            try await session.done(
                "organisation add name=Holder country=IE",
                "licence grant O-3 type=umbrella programmes=any from=2026-01-01 "
                    + "workshops-per-year=0",
                "licence cover L-2 organisation=O-2 from=2026-01-01",
                "certification award P-5 programme=TOMANDO role=leader trained-on=2026-01-01 "
                    + "evidence=x",
                "certification award P-6 programme=TOMANDO role=leader trained-on=2026-01-01 "
                    + "evidence=x")
            let held = try await session.done(
                "workshop record programme=TOMANDO organisation=O-2 from=2026-03-02 "
                    + "until=2026-04-06 sessions=6 leaders=P-5,P-6 enrolled=12")
            #expect(held["licence"] == "L-2")
            #expect(held.codes("warning") == ["over-allowance"])
            let usage = try await session.done("licence usage L-2")
            #expect(usage["workshops-over"] == "1")
            #expect(usage["fee-due"] == "yes")
        }
    }
}
