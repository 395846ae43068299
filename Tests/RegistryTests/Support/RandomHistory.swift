import Registry

/// A random person in a random programme, with rules of retention that are random too.
struct RandomHistory {
    var history: CertificationHistory
    var rules: [RetentionRule]

    static let start = day("2019-12-31")
    static let end = day("2024-06-30")
    static let role = Role.masterTrainer

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        history = CertificationHistory(
            trainedOn: Self.some(0...3, &random) { Self.date(&$0) },
            activities: Self.some(0...25, &random) {
                Activity(date: Self.date(&$0), what: Self.done.randomElement(using: &$0)!)
            },
            suspensions: Self.some(0...2, &random) { Self.span(longest: 200, &$0) },
            revokedOn: Int.random(in: 0..<6, using: &random) == 0 ? Self.date(&random) : nil,
            elsewhere: Self.some(0...6, &random) {
                Activity(date: Self.date(&$0), what: Self.done.randomElement(using: &$0)!)
            },
            trainedElsewhere: Self.some(0...2, &random) { Self.span(longest: 900, &$0) })
        rules = Self.some(0...4, &random) { Self.rule(&$0) }
        for place in rules.indices { rules[place].id = PolicyID(Int64(place + 1)) }
    }

    private static let done: [Activity.What] = [
        .workshop(mode: "in-person"), .workshop(mode: "virtual"), .workshop(mode: "toolkit"),
        .training(.leader), .training(.cross),
    ]
    private static let counted: [CountedActivity] = [
        .anyWorkshop, .workshop(mode: "in-person"), .workshop(mode: "virtual"),
        .training(.leader), .training(.cross),
    ]

    private static func some<Thing>(
        _ count: ClosedRange<Int>, _ random: inout SeededGenerator,
        _ make: (inout SeededGenerator) -> Thing
    ) -> [Thing] {
        (0..<Int.random(in: count, using: &random)).map { _ in make(&random) }
    }

    private static func date(_ random: inout SeededGenerator) -> CivilDate {
        let last = end.days(since: start) - 1
        let date = start.adding(days: Int.random(in: 1...last, using: &random))
        // Month ends are where windows are clamped, so they come up more often than by chance.
        guard Int.random(in: 0..<3, using: &random) == 0 else { return date }
        return date.adding(days: 1 - date.components.day).adding(months: 1).previous
    }

    private static func span(longest: Int, _ random: inout SeededGenerator) -> DateSpan {
        let from = date(&random)
        let days = Int.random(in: 0...longest, using: &random)
        let isOpen = Int.random(in: 0..<4, using: &random) == 0
        return DateSpan(from: from, until: isOpen ? nil : from.adding(days: days))
    }

    private static func rule(_ random: inout SeededGenerator) -> RetentionRule {
        let isDated = Int.random(in: 0..<4, using: &random) == 0
        return RetentionRule(
            programme: Int.random(in: 0..<4, using: &random) == 0 ? code("CDSMP") : nil,
            role: Int.random(in: 0..<8, using: &random) == 0 ? .leader : role,
            name: ["one", "two"].randomElement(using: &random)!,
            firstMonths: Int.random(in: 1...18, using: &random),
            laterMonths: Int.random(in: 1...18, using: &random),
            countsFirst: Set(some(1...3, &random) { counted.randomElement(using: &$0)! }),
            countsLater: Set(some(1...3, &random) { counted.randomElement(using: &$0)! }),
            countsIn: Int.random(in: 0..<3, using: &random) == 0 ? .any : .same,
            trainedIn: [nil, nil, .one, .several].randomElement(using: &random)!,
            effective: isDated
                ? span(longest: 900, &random) : DateSpan(from: .first, until: nil),
            source: "test")
    }
}
