import AdminProtocol
import Testing

/// What an umbrella licence serves elsewhere, and on which days.
@Suite struct CoverageTests {
    /// O-3 with the umbrella L-2 for TOMANDO from 2026-01-01 to 2026-12-31, which covers O-2 as
    /// `days` says; P-1 and P-2 as master trainers, P-3 and P-4 as leaders of it, all with O-2.
    private func with(
        _ days: String, today: String = "2027-03-01",
        _ body: @Sendable (TestSession) async throws -> Void
    ) async throws {
        try await TestSession.with(today: today) { session in
            try await session.beginScene()
            try await session.done(
                "organisation add name=Holder country=IE",
                "licence grant O-3 type=umbrella programmes=TOMANDO from=2026-01-01 "
                    + "until=2026-12-31",
                "licence cover L-2 organisation=O-2 \(days)")
            for number in 1...4 {
                let role = number < 3 ? "master-trainer" : "leader"
                try await session.done(
                    "person join P-\(number) organisation=O-2 from=2025-01-01",
                    "certification award P-\(number) programme=TOMANDO role=\(role) "
                        + "trained-on=2025-12-31 evidence=x")
            }
            try await body(session)
        }
    }

    private func verdict(
        _ session: TestSession, _ organisation: String, on day: String
    ) async throws -> TestReply {
        try await session.done("check organisation \(organisation) programme=TOMANDO on=\(day)")
    }

    /// The days of the coverage, a day, and the licence that serves then or the nearest miss.
    static let boundaries: [(String, String, String)] = [
        ("from=2026-03-01 until=2026-05-31", "2026-02-28", "not-yet"),
        ("from=2026-03-01 until=2026-05-31", "2026-03-01", "L-2"),
        ("from=2026-03-01 until=2026-05-31", "2026-05-31", "L-2"),
        ("from=2026-03-01 until=2026-05-31", "2026-06-01", "expired"),
        ("from=2026-03-01 until=2026-03-01", "2026-03-01", "L-2"),
        ("from=2026-03-01", "2026-12-31", "L-2"), ("from=2026-03-01", "2027-01-01", "expired"),
        // Longer than the licence's term: only the days of both serve.
        ("from=2025-01-01 until=2028-01-01", "2025-12-31", "not-yet"),
        ("from=2025-01-01 until=2028-01-01", "2026-01-01", "L-2"),
        ("from=2025-01-01 until=2028-01-01", "2026-12-31", "L-2"),
        ("from=2025-01-01 until=2028-01-01", "2027-01-01", "expired"),
    ]

    @Test(arguments: boundaries) func servesOnTheDaysOfBoth(
        _ days: String, _ day: String, _ wanted: String
    ) async throws {
        try await with(days) { session in
            let check = try await verdict(session, "O-2", on: day)
            let misses = check.data.filter { $0["code"] == "no-licence" }
            #expect(check["licence"] ?? misses.first?["nearest"] == wanted, "\(check.lines)")
            #expect(misses.map { $0["for"] } == (wanted == "L-2" ? [] : ["offer", "train"]))
            for misses in misses { #expect(misses["licence"] == "L-2") }
        }
    }

    /// A workshop and a training are judged on their first day, whatever follows.
    static let records: [(String, Bool)] = [
        ("2026-02-28", false), ("2026-03-01", true), ("2026-05-31", true), ("2026-06-01", false),
    ]

    @Test(arguments: records) func recordsByTheFirstDay(
        _ day: String, _ isServed: Bool
    ) async throws {
        try await with("from=2026-03-01 until=2026-05-31") { session in
            let workshop = await session.send(
                "workshop record programme=TOMANDO organisation=O-2 from=\(day) "
                    + "until=2026-07-20 sessions=6 leaders=P-3,P-4 enrolled=12")
            let training = await session.send(
                "training record programme=TOMANDO kind=leader from=\(day) until=2026-06-06 "
                    + "days=4 organisation=O-2 trainers=P-1,P-2 passed=P-5")
            for reply in [workshop, training] {
                #expect(reply.isOK == isServed, "\(reply.lines)")
                #expect(reply.codes() == (isServed ? [] : ["no-licence"]))
                if isServed { #expect(reply["licence"] == "L-2") }
            }
        }
    }

    @Test func endsAndBeginsInThePastAndTheFuture() async throws {
        try await with("from=2026-02-01", today: "2026-06-01") { session in
            let may = { (day: String) in
                try await verdict(session, "O-2", on: day)["may-offer"] ?? "-"
            }
            try await session.done("licence uncover L-2 organisation=O-2 until=2026-08-31")
            #expect(try await [may("2026-08-31"), may("2026-09-01")] == ["yes", "no"])
            try await session.done("licence uncover L-2 organisation=O-2 until=2026-04-30")
            #expect(try await [may("2026-04-30"), may("2026-05-01")] == ["yes", "no"])
            let again = await session.send("licence uncover L-2 organisation=O-2 until=2026-05-05")
            #expect(again.outcome == "NO conflict")
            let overlap = await session.send("licence cover L-2 organisation=O-2 from=2026-04-30")
            #expect(overlap.outcome == "NO conflict")
            try await session.done(
                "licence cover L-2 organisation=O-2 from=2026-05-10 until=2026-05-20",
                "licence cover L-2 organisation=O-2 from=2026-11-01")
            let days = ["2026-05-09", "2026-05-10", "2026-05-20", "2026-05-21", "2026-11-01"]
            var said: [String] = []
            for day in days { said.append(try await may(day)) }
            #expect(said == ["no", "yes", "yes", "no", "yes"])
        }
    }

    /// The own licence serves first; where it does not, the umbrella does.
    @Test func givesWayToAnOwnLicence() async throws {
        try await with("from=2026-01-01", today: "2026-06-01") { session in
            try await session.done(
                "licence grant O-2 type=multiple programmes=TOMANDO from=2026-03-01 "
                    + "until=2026-08-31",
                "licence suspend L-3 from=2026-06-01 until=2026-06-30")
            for (day, licence) in [
                ("2026-02-28", "L-2"), ("2026-03-01", "L-3"), ("2026-05-31", "L-3"),
                ("2026-06-01", "L-2"), ("2026-07-01", "L-3"), ("2026-09-01", "L-2"),
            ] {
                #expect(try await verdict(session, "O-2", on: day)["licence"] == licence, "\(day)")
            }
        }
    }

    /// Coverage is of the organisation that is named and of no other that it covers in turn.
    @Test func doesNotReachThroughAnother() async throws {
        try await with("from=2026-01-01", today: "2026-06-01") { session in
            try await session.done(
                "licence grant O-2 type=umbrella programmes=TOMANDO from=2026-01-01 "
                    + "until=2026-03-31",
                "licence cover L-3 organisation=O-1 from=2026-01-01")
            #expect(try await verdict(session, "O-1", on: "2026-03-31")["licence"] == "L-3")
            let after = try await verdict(session, "O-1", on: "2026-04-01")
            #expect(after["licence"] == nil)
            let misses = after.data.filter { $0["code"] == "no-licence" }
            #expect(misses.map { $0["for"] } == ["offer", "train"])
            #expect(try await verdict(session, "O-2", on: "2026-04-01")["licence"] == "L-2")
        }
    }

    /// What takes the umbrella's own force away takes it away everywhere.
    @Test func endsWithTheUmbrella() async throws {
        try await with("from=2026-01-01", today: "2026-06-01") { session in
            try await session.done(
                "licence suspend L-2 from=2026-03-01 until=2026-03-31",
                "licence revoke L-2 from=2026-06-01")
            for (day, nearest) in [
                ("2026-02-28", nil), ("2026-03-01", "suspended"), ("2026-04-01", nil),
                ("2026-06-01", "revoked"),
            ] as [(String, String?)] {
                let check = try await verdict(session, "O-2", on: day)
                let miss = check.data.first { $0["code"] == "no-licence" }
                #expect(miss?["nearest"] == nearest, "\(day)")
            }
        }
    }
}
