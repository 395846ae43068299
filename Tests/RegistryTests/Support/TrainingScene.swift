import Registry
import Testing

/// A CPSMP cross-training of one day on 2026-03-02 that breaks no rule, until something is
/// changed. P-1 and P-2 give it, P-7 and P-8 attend it.
struct TrainingScene: Sendable {
    var request = TrainingRequest(
        programme: Catalogue.cpsmp, kind: .cross, format: "one-day", first: day("2026-03-02"),
        last: day("2026-03-02"), organisation: .sample(.sample()), trainers: persons(1, 2),
        passed: persons(7, 8))
    var people = Dictionary(
        uniqueKeysWithValues: [
            PersonRecord.person(1).passed(.master, in: "CPSMP", "2025-06-01"),
            PersonRecord.person(2).passed(.master, in: "CPSMP", "2025-06-01"),
            PersonRecord.person(7).passed(.leader, in: "CDSMP", "2025-10-01", "2025-10-04"),
            PersonRecord.person(8).passed(.leader, in: "TOMANDO", "2025-10-01", "2025-10-04"),
        ].map { ($0.id, $0) })
    var policy = Policy.shipped
    var today = "2026-03-02"
    var used = 0

    func judge() -> TrainingVerdict {
        request.judge(
            people: people, programmes: Catalogue.byCode, policy: policy, today: day(today),
            leaderTrainingsThisLicenceYear: used)
    }

    /// Moves the training to other days; it has then been held.
    mutating func hold(_ first: String, _ last: String? = nil) {
        request.first = day(first)
        request.last = day(last ?? first)
        today = last ?? first
    }

    /// Makes it a training of another kind in its usual format, whatever the calendar says.
    mutating func become(_ kind: TrainingKind, days: String) {
        request.kind = kind
        request.format = "standard"
        request.days = halfDays(days)
    }

    mutating func know(_ person: PersonRecord) { people[person.id] = person }
}

/// An example of a rule: what is changed, and the codes that must come of it.
struct TrainingCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var broken: [RuleCode]
    var change: @Sendable (inout TrainingScene) -> Void

    init(
        _ what: String, _ broken: [RuleCode] = [],
        _ change: @escaping @Sendable (inout TrainingScene) -> Void
    ) {
        testDescription = what
        self.broken = broken
        self.change = change
    }

    func verdict() -> TrainingVerdict {
        var scene = TrainingScene()
        change(&scene)
        return scene.judge()
    }
}
