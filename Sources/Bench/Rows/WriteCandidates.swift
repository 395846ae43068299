import Registry

/// Organisations that may record workshops and trainings, and requests that do.
struct WriteCandidates: Sendable {
    private struct Candidate: Sendable {
        var organisation: Int
        var leaders: [Int]
        var masterTrainers: [Int]
    }

    /// Days on which each of them may.
    private static let days = 60
    private static let workshops = 100_000
    /// A leader training takes four days, and nobody attends two at once.
    private static let trainingDays = 4

    private let all: [Candidate]

    static func find(_ stage: Stage, in name: String) async throws -> WriteCandidates {
        let output = try await stage.database.run(
            "candidates.sql", in: name,
            [
                "first": "\(stage.today.adding(days: -days).dayNumber)",
                "last": "\(stage.today.dayNumber)",
            ])
        let all = output.split(separator: "\n").compactMap { line -> Candidate? in
            let numbers = line.split(separator: "|").compactMap { Int($0) }
            guard numbers.count == 5 else { return nil }
            return Candidate(
                organisation: numbers[0], leaders: Array(numbers[1...2]),
                masterTrainers: Array(numbers[3...4]))
        }
        guard !all.isEmpty else { throw BenchError("Nobody may record a workshop.") }
        return WriteCandidates(all: all)
    }

    /// Workshops, which may be recorded again and again.
    func workshops(_ stage: Stage) -> Deck {
        var random = SeededRandom(seed: stage.seed, place: -3)
        return Deck(
            questions: (0..<Self.workshops).map { _ in
                let one = all[random.days(0..<all.count)]
                let last = stage.today.adding(days: -random.days(0..<20))
                return Question(
                    "workshop record programme=CDSMP organisation=O-\(one.organisation) "
                        + "from=\(last.adding(days: -35)) until=\(last) sessions=6 "
                        + "leaders=\(Self.list(one.leaders)) enrolled=12 completers=10",
                    opening: "* workshop id=W-")
            })
    }

    /// Trainings of two trainers and eight attendees, each to be recorded only once.
    func trainings(_ stage: Stage) -> Deck {
        var random = SeededRandom(seed: stage.seed, place: -4)
        let slots = Self.days / Self.trainingDays - 1
        let questions = (0..<slots).flatMap { slot in
            all.map { one in
                let first = stage.today.adding(days: -Self.trainingDays * (slot + 1))
                let attendees = (23...30).map { (one.organisation - 1) * Scale.peopleEach + $0 }
                return Question(
                    "training record programme=CDSMP kind=leader from=\(first) "
                        + "until=\(first.adding(days: Self.trainingDays - 1)) "
                        + "organisation=O-\(one.organisation) "
                        + "trainers=\(Self.list(one.masterTrainers)) "
                        + "passed=\(Self.list(attendees))",
                    opening: "* training id=T-")
            }
        }
        return Deck(questions: questions.shuffled(using: &random))
    }

    private static func list(_ people: [Int]) -> String {
        people.map { "P-\($0)" }.joined(separator: ",")
    }
}
