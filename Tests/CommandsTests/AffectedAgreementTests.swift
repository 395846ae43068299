import AdminProtocol
import TestSupport
import Testing

/// What is called affected is what would be refused if it were recorded now.
@Suite struct AffectedAgreementTests {
    /// A course that was recorded, with the line that recorded it.
    private struct Recorded {
        var id: String
        var line: String
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func saysWhatRecordingAnewWouldSay(_ seed: UInt64) async throws {
        try await TestSession.with { session in
            var generator = SeededGenerator(seed: seed)
            try await session.beginScene()
            var recorded: [Recorded] = []
            for step in 0..<45 {
                let line = Self.line(step, &generator)
                let reply = await session.send(line)
                if reply.isOK, let id = reply["id"] {
                    recorded.append(Recorded(id: id, line: line))
                }
            }
            try #require(recorded.count > 8)
            for _ in 0..<4 {
                guard let gone = recorded.randomElement(using: &generator) else { return }
                recorded.removeAll { $0.id == gone.id }
                let before = try await Self.refusals(recorded, session)
                let noun = gone.id.hasPrefix("T") ? "training" : "workshop"
                let voided = try await session.done("\(noun) void \(gone.id) reason=x")
                let after = try await Self.refusals(recorded, session)
                let told = Set(
                    voided.data.filter { $0.kind == "affected" && $0["through"] == nil }
                        .compactMap { line in
                            line["code"].map {
                                "\(line["about"] ?? "") \($0) \(line["person"] ?? "")"
                            }
                        })
                #expect(told == after.subtracting(before), "\(gone.line)")
            }
        }
    }

    /// What would refuse each course if it were recorded once more. That it is there already is
    /// no rule that a voided fact could break.
    private static func refusals(
        _ recorded: [Recorded], _ session: TestSession
    ) async throws -> Set<String> {
        var found: Set<String> = []
        for course in recorded {
            let reply = await session.send(course.line + " dry-run=yes")
            for line in reply.data where line.kind == "reason" {
                guard let code = line["code"], code != "duplicate-training" else { continue }
                found.insert("\(course.id) \(code) \(line["person"] ?? "")")
            }
        }
        return found
    }

    /// A training or a workshop of the step's week.
    private static func line(_ step: Int, _ generator: inout SeededGenerator) -> String {
        let first = 7 * (step / 3)
        let month = 1 + first / 28
        let day = 1 + first % 28
        let date = { (day: Int) in "2026-0\(month)-\(day < 10 ? "0" : "")\(day)" }
        var people = (1...6).map { "P-\($0)" }.shuffled(using: &generator)
        let two = people.removeLast() + "," + people.removeLast()
        let trainers = Bool.random(using: &generator) ? "P-1,P-2" : two
        let passed = people.filter { !trainers.contains($0) }.prefix(3).joined(separator: ",")
        let given = "organisation=O-1 trainers=\(trainers) passed=\(passed)"
        switch Int.random(in: 0..<5, using: &generator) {
        case 0:
            return "training record programme=CDSMP kind=leader from=\(date(day)) "
                + "until=\(date(day + 3)) \(given)"
        case 1:
            return "training record programme=CPSMP kind=cross from=\(date(day)) "
                + "until=\(date(day)) \(given)"
        case 2:
            let programme = Bool.random(using: &generator) ? "CDSMP" : "CPSMP"
            return "training record programme=\(programme) kind=master days=4.5 "
                + "from=\(date(day)) until=\(date(day + 4)) \(given)"
        default:
            let programme = Bool.random(using: &generator) ? "CDSMP" : "CPSMP"
            return "workshop record programme=\(programme) organisation=O-1 from=\(date(day)) "
                + "until=\(date(day + 5)) sessions=6 leaders=\(two)"
        }
    }
}
