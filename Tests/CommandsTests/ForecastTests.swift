import AdminProtocol
import Testing

@Suite struct ForecastTests {
    @Test func tellsWhatTurnsOnWhichDay() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            #expect(
                try await session.done("forecast days=400").lines == [
                    "* change on=2026-12-02 of=certification about=P-1 programme=CPSMP "
                        + "role=master-trainer was=provisional becomes=lapsed until=2026-12-01",
                    "* change on=2026-12-02 of=certification about=P-2 programme=CPSMP "
                        + "role=master-trainer was=provisional becomes=lapsed until=2026-12-01",
                    "* change on=2026-12-02 of=train about=O-1 programme=CPSMP was=yes "
                        + "becomes=no reasons=too-few-master-trainers",
                    "* change on=2027-01-01 of=report about=L-1 organisation=O-1 "
                        + "year=2026-01-01 was=not-due becomes=due",
                    "* change on=2027-01-02 of=report about=L-1 organisation=O-1 "
                        + "year=2026-01-01 was=due becomes=overdue",
                    "* forecast from=2026-06-02 until=2027-07-06 changes=5", "OK",
                ])
            let none = try await session.done("forecast")
            #expect(none.lines.first == "* forecast from=2026-06-02 until=2026-08-30 changes=0")
        }
    }

    /// What is foretold for a day is what a check of that day says, and nothing else is.
    @Test func agreesWithTheChecks() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(
                "licence suspend L-1 from=2026-08-01 until=2026-08-31",
                "person leave P-4 organisation=O-1 until=2027-03-31",
                "organisation close O-1 on=2028-06-01")
            let told = try await session.done("forecast days=1000 programme=CDSMP").data
            var may = try await verdict(session, "2026-06-01")
            for change in told.dropLast() {
                let day = try #require(change["on"])
                let what = change["of"] ?? "-"
                guard what == "offer" || what == "train" else { continue }
                #expect(change["was"] == may[what])
                may[what] = change["becomes"]
                let same = told.filter { $0["on"] == day && $0["of"] == what }
                #expect(same.count == 1)
                let checked = try await verdict(session, day)
                #expect(checked[what] == may[what], "\(day)")
            }
            #expect(told.count { $0["of"] == "offer" } == 3)
            #expect(try await verdict(session, "2029-02-24") == may)
        }
    }

    private func verdict(_ session: TestSession, _ day: String) async throws -> [String: String] {
        let check = try await session.done("check organisation O-1 programme=CDSMP on=\(day)")
        return ["offer": check["may-offer"] ?? "-", "train": check["may-train"] ?? "-"]
    }

    @Test func isNarrowedAndLimited() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let other = try await session.done("forecast days=400 organisation=O-2")
            #expect(other.final.status == "OK")
            #expect(other.data.map(\.kind) == ["forecast"])
            for (line, outcome) in [
                ("forecast 0", "BAD bad-value"), ("forecast 3661", "BAD bad-value"),
                ("forecast organisation=O-9", "NO not-found"),
                ("forecast programme=NONE", "NO not-found"),
                ("forecast from=9999-12-30", "OK"), ("forecast days=1 from=2020-01-01", "OK"),
            ] {
                #expect(await session.send(line).outcome == outcome, "\(line)")
            }
        }
    }
}
