import Registry
import Testing

@Suite("Standing of random histories")
struct RandomStandingTests {
    /// Histories in a batch; the batches run side by side.
    private static let batch: UInt64 = 250

    @Test("Agrees with a walk from day to day", arguments: 0..<8)
    func agreesWithSlowStanding(batch: Int) {
        var wrong: [String] = []
        for seed in UInt64(batch) * Self.batch..<UInt64(batch + 1) * Self.batch {
            let random = RandomHistory(seed: seed)
            let expected = SlowStanding.answers(
                for: random.history, under: random.rules, role: RandomHistory.role,
                from: RandomHistory.start, through: RandomHistory.end)
            wrong += Self.differences(random, expected).map { "seed \(seed): \($0)" }
            let sample = seed.isMultiple(of: 20) ? 1 : 37
            for place in stride(from: 0, to: expected.count, by: sample) {
                let date = RandomHistory.start.adding(days: place)
                let found = random.history.standing(
                    on: date, under: random.rules, role: RandomHistory.role)
                let answer = SlowStanding.Answer(
                    state: found.state, anchor: found.anchor, currentUntil: found.currentUntil)
                if answer != expected[place] { wrong.append("seed \(seed), \(date): \(answer)") }
            }
        }
        #expect(wrong.isEmpty)
    }

    /// The days on which the periods say something else, and any gap or needless border.
    private static func differences(
        _ random: RandomHistory, _ expected: [SlowStanding.Answer]
    ) -> [String] {
        let periods = random.history.periods(role: RandomHistory.role, under: random.rules)
        var wrong: [String] = []
        for (left, right) in zip(periods, periods.dropFirst()) {
            if left.span.until != right.span.from.previous { wrong.append("gap before \(right)") }
            if (left.state, left.anchor) == (right.state, right.anchor),
                left.currentUntil == right.currentUntil
            {
                wrong.append("needless border \(right)")
            }
        }
        if let last = periods.last, last.span.until != nil { wrong.append("ends: \(last)") }
        var remaining = periods[...]
        for (place, answer) in expected.enumerated() {
            let date = RandomHistory.start.adding(days: place)
            while let first = remaining.first, first.span.endsBefore(date) {
                remaining.removeFirst()
            }
            let here = remaining.first.flatMap { $0.span.contains(date) ? $0 : nil }
            let found = SlowStanding.Answer(
                state: here?.state ?? .untrained, anchor: here?.anchor,
                currentUntil: here?.currentUntil)
            if found != answer { wrong.append("period on \(date): \(found)") }
        }
        return wrong
    }

    @Test("The random histories reach every state")
    func reachesEveryState() {
        var states: Set<StandingState> = []
        for seed in 0..<UInt64(50) {
            let random = RandomHistory(seed: seed)
            states.formUnion(
                random.history.periods(role: RandomHistory.role, under: random.rules).map(\.state))
        }
        #expect(states == Set(StandingState.allCases).subtracting([.untrained]))
    }
}
