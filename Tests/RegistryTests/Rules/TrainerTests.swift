import Registry
import Testing

@Suite("Those who give a training")
struct TrainerTests {
    @Test("Reasons", arguments: numbers + standing)
    func reasons(_ example: TrainingCase) {
        #expect(example.verdict().judgement.codes == example.broken)
    }

    static let numbers = [
        TrainingCase("one trainer", [.tooFewTrainers]) { $0.request.trainers = persons(1) },
        TrainingCase("the same trainer twice", [.tooFewTrainers]) {
            $0.request.trainers = persons(1, 1)
        },
        TrainingCase("one suffices for a refresher") {
            $0.become(.refresher, days: "1")
            $0.request.trainers = persons(1)
            $0.request.passed = []
        },
        TrainingCase("but not none", [.tooFewTrainers]) {
            $0.become(.refresher, days: "1")
            $0.request.trainers = []
            $0.request.passed = []
        },
        TrainingCase("a trainer attends", [.trainerAttends]) {
            $0.know(
                .person(1).passed(.master, in: "CPSMP", "2025-06-01")
                    .passed(.leader, in: "CDSMP", "2025-01-01"))
            $0.request.failed = persons(1)
        },
    ]

    static let standing = [
        TrainingCase("unknown", [.trainerNotAuthorised]) { $0.people[PersonID(1)] = nil },
        TrainingCase("a leader only", [.trainerNotAuthorised]) {
            $0.know(.person(1).passed(.leader, in: "CPSMP", "2025-06-01"))
        },
        TrainingCase("a master trainer of another programme", [.trainerNotAuthorised]) {
            $0.know(.person(1).passed(.master, in: "CDSMP", "2025-06-01"))
        },
        TrainingCase("made one on the day itself") {
            $0.know(.person(1).passed(.master, in: "CPSMP", "2026-03-02"))
        },
        TrainingCase("made one the day after", [.trainerNotAuthorised]) {
            $0.know(.person(1).passed(.master, in: "CPSMP", "2026-03-03"))
        },
        TrainingCase("current until the day itself") {
            $0.know(.person(1).passed(.master, in: "CPSMP", "2025-03-02"))
        },
        TrainingCase("lapsed that day", [.trainerNotAuthorised]) {
            $0.know(.person(1).passed(.master, in: "CPSMP", "2025-03-01"))
        },
        TrainingCase("lapsed on the last day", [.trainerNotAuthorised]) {
            $0.know(.person(1).passed(.master, in: "CPSMP", "2025-03-02"))
            $0.request.format = "two-day"
            $0.hold("2026-03-02", "2026-03-03")
        },
        TrainingCase("both, in order", [.trainerNotAuthorised, .trainerNotAuthorised]) {
            $0.people = $0.people.filter { $0.key.number > 2 }
        },
    ]

    @Test("The state is that of the first day that fails")
    func state() {
        var scene = TrainingScene()
        scene.request.trainers = persons(2, 1)
        scene.request.format = "two-day"
        scene.hold("2026-03-02", "2026-03-03")
        scene.know(.person(1).passed(.master, in: "CPSMP", "2025-03-02"))
        scene.know(
            .person(2).passed(.master, in: "CPSMP", "2025-06-01")
                .suspended(.masterTrainer, in: "CPSMP", span("2026-03-02")))
        let reasons = scene.judge().judgement.reasons
        #expect(reasons.map(\.person) == persons(1, 2))
        #expect(reasons.map { $0["state"] } == [.word("lapsed"), .word("suspended")])
        #expect(
            reasons.map { $0["on"] } == [.date(day("2026-03-03")), .date(day("2026-03-02"))])
    }
}
