import AdminProtocol
import TestSupport
import Testing

/// Two daemons on one database, and many that ask at once.
@Suite struct ConcurrencyTests {
    private func together(
        _ database: TestDatabase, _ lines: [String]
    ) async throws -> [TestReply] {
        try await database.withSecondStore { second in
            let sessions = [try TestSession(database.store), try TestSession(second)]
            return await withTaskGroup(of: TestReply.self) { group in
                for (number, line) in lines.enumerated() {
                    group.addTask { await sessions[number % 2].send(line) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
    }

    /// Two changes that have no organisation in common can close a circle together.
    @Test func noOrganisationBecomesPartOfItself() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            var lines: [String] = []
            for first in stride(from: 1, through: 21, by: 4) {
                let ids = (first..<first + 4).map { "O-\($0)" }
                for id in ids { try await session.done("organisation add name=\(id) country=IE") }
                try await session.done(
                    "organisation amend \(ids[0]) parent=\(ids[1])",
                    "organisation amend \(ids[2]) parent=\(ids[3])")
                lines += [
                    "organisation amend \(ids[1]) parent=\(ids[2])",
                    "organisation amend \(ids[3]) parent=\(ids[0])",
                ]
            }
            let outcomes = try await together(database, lines).map(\.outcome)
            #expect(outcomes.filter { $0 == "OK" }.count == lines.count / 2, "\(outcomes)")
            #expect(outcomes.filter { $0 == "NO conflict" }.count == lines.count / 2)
        }
    }

    @Test func grantsOneOfManyOverlappingLicences() async throws {
        try await TestDatabase.with { database in
            try await TestSession(database.store).done("organisation add name=One country=IE")
            let lines = (1...20).map { number in
                "licence grant O-1 type=multiple programmes=\(number % 3 == 0 ? "any" : "CDSMP") "
                    + "from=2026-01-\(10 + number % 9)"
            }
            let outcomes = try await together(database, lines).map(\.outcome)
            #expect(outcomes.filter { $0 == "OK" }.count == 1)
            #expect(outcomes.filter { $0 == "NO licence-overlap" }.count == 19, "\(outcomes)")
            #expect(try await database.lines("SELECT count(*) FROM licence") == ["1"])
        }
    }

    /// The same external id for two things: the second is told which one has it.
    @Test func recordsATrainingOnce() async throws {
        try await TestDatabase.with { database in
            try await TestSession(database.store).beginScene()
            let line =
                "training record programme=CDSMP kind=leader from=2026-02-02 "
                + "until=2026-02-05 organisation=O-1 trainers=P-1,P-2 passed=P-3 external-id=same"
            let replies = try await together(database, Array(repeating: line, count: 8))
            #expect(replies.filter(\.isOK).count == 1)
            for refused in replies where !refused.isOK {
                #expect(refused.outcome == "NO conflict")
                #expect(refused.final("training") != nil)
            }
            #expect(try await database.lines("SELECT count(*) FROM training") == ["1"])
        }
    }

    /// Of many workshops recorded at once each one beyond the allowance is told so.
    @Test func countsTheAllowanceOnce() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.playScene()
            try await session.done("licence amend L-1 workshops-per-year=4")
            let lines = (1...8).map { number in
                "workshop record programme=CDSMP organisation=O-1 from=2026-04-0\(number) "
                    + "until=2026-05-20 sessions=6 leaders=P-3,P-4 enrolled=12"
            }
            let replies = try await together(database, lines)
            #expect(replies.filter(\.isOK).count == 8)
            // One was recorded before, so that three are left of the four.
            let warned = replies.filter { $0.codes("warning") == ["over-allowance"] }
            #expect(warned.count == 5, "\(replies.flatMap(\.lines))")
        }
    }

    @Test func letsAPersonJoinOnce() async throws {
        try await TestDatabase.with { database in
            try await TestSession(database.store).done(
                "organisation add name=One country=IE", "person add name=Ann")
            let lines = (1...8).map { "person join P-1 organisation=O-1 from=2026-01-0\($0)" }
            let outcomes = try await together(database, lines).map(\.outcome)
            #expect(outcomes.filter { $0 == "OK" }.count == 1)
            #expect(outcomes.filter { $0 == "NO conflict" }.count == 7, "\(outcomes)")
        }
    }

    @Test func definesAProgrammeOnce() async throws {
        try await TestDatabase.with { database in
            let line = "programme define SWC title=x sessions=1 modes=in-person"
            let replies = try await together(database, Array(repeating: line, count: 6))
            let outcomes = replies.map(\.outcome).sorted()
            #expect(outcomes == Array(repeating: "NO conflict", count: 5) + ["OK"])
        }
    }

    @Test func awardsOnce() async throws {
        try await TestDatabase.with { database in
            try await TestSession(database.store).done("person add name=Ann")
            let line =
                "certification award P-1 programme=CDSMP role=leader "
                + "trained-on=2026-01-01 evidence=x"
            let outcomes = try await together(database, Array(repeating: line, count: 6))
                .map(\.outcome).sorted()
            #expect(outcomes == Array(repeating: "NO conflict", count: 5) + ["OK"])
        }
    }

    /// Trainings whose people cross, certifications and joins of the same people, all at once:
    /// whoever waits for whom, each ends well.
    @Test func endsWellWherePeopleCross() async throws {
        try await TestDatabase.with { database in
            try await TestSession(database.store).beginScene()
            var lines: [String] = []
            for number in 0..<8 {
                let order =
                    number % 2 == 0
                    ? ("P-1,P-2", "P-3,P-4,P-5,P-6") : ("P-2,P-1", "P-6,P-5,P-4,P-3")
                let first = 1 + number
                lines.append(
                    "training record programme=CDSMP kind=update format=x from=2026-02-0\(first) "
                        + "until=2026-02-0\(first) organisation=O-1 trainers=\(order.0) "
                        + "passed=\(order.1)")
                lines.append(
                    "training record programme=CDSMP kind=leader from=2026-0\(first)-02 "
                        + "until=2026-0\(first)-05 organisation=O-1 trainers=\(order.0) "
                        + "passed=\(order.1)")
                lines.append("licence suspend L-1 from=2027-0\(first)-01 until=2027-0\(first)-02")
                lines.append("person amend P-\(1 + number % 6) email=a\(number)@example.org")
                lines.append(
                    "certification award P-\(1 + number % 6) programme=CPSMP role=leader "
                        + "trained-on=2026-01-0\(first) evidence=x")
                lines.append("organisation amend O-1 sector=public")
            }
            let replies = try await together(database, lines)
            let bad = ["NO conflict", "NO internal", "NO busy", "NO store-unavailable"]
            let failed = replies.filter { bad.contains($0.outcome) || $0.final.status == "BAD" }
            #expect(failed.map(\.lines) == [])
            #expect(replies.filter(\.isOK).count >= 32)
        }
    }
}
