import Registry
import Testing

@Suite("What one must have been trained in before")
struct PrerequisiteTests {
    @Test("Reasons", arguments: trained + revoked + current)
    func reasons(_ example: TrainingCase) {
        #expect(example.verdict().judgement.codes == example.broken)
    }

    private static func asks(
        _ alternatives: String..., current: Bool = false, on effective: DateSpan = Catalogue.always
    ) -> Prerequisite {
        Prerequisite(
            alternatives: alternatives.map { code($0) }, mustBeCurrent: current,
            effective: effective)
    }

    static let trained = [
        TrainingCase("untrained", [.prerequisiteMissing]) { $0.know(.person(8)) },
        TrainingCase("the day before") {
            $0.know(.person(8).passed(.leader, in: "CDSMP", "2026-02-26", "2026-03-01"))
        },
        TrainingCase("the same day", [.prerequisiteMissing]) {
            $0.know(.person(8).passed(.leader, in: "CDSMP", "2026-02-27", "2026-03-02"))
        },
        TrainingCase("by a cross-training") {
            $0.know(.person(8).passed(.cross, in: "CDSMP", "2026-01-01"))
        },
        TrainingCase("by a master training") {
            $0.know(.person(8).passed(.master, in: "CDSMP", "2026-01-01"))
        },
        TrainingCase("a refresher is not enough", [.prerequisiteMissing]) {
            $0.know(.person(8).passed(.refresher, in: "CDSMP", "2026-01-01"))
        },
        TrainingCase("long lapsed is enough") {
            $0.know(.person(8).passed(.leader, in: "CDSMP", "2015-01-01"))
        },
        TrainingCase("the programme itself is not", [.prerequisiteMissing]) {
            $0.know(.person(8).passed(.leader, in: "CPSMP", "2020-01-01"))
        },
        TrainingCase("who failed must meet it too", [.prerequisiteMissing]) {
            $0.request.failed = persons(9)
        },
        TrainingCase("asked of a leader training too", [.prerequisiteMissing]) {
            $0.become(.leader, days: "4")
            $0.know(.person(8))
        },
        TrainingCase("each attendee once", [.prerequisiteMissing, .prerequisiteMissing]) {
            $0.know(.person(7))
            $0.know(.person(8))
            $0.request.passed = persons(8, 7, 8)
            $0.request.failed = persons(7)
        },
    ]

    static let revoked = [
        TrainingCase("revoked that day", [.prerequisiteMissing]) {
            $0.know(
                .person(8).passed(.leader, in: "CDSMP", "2025-01-01")
                    .revoked(.leader, in: "CDSMP", on: "2026-03-02"))
        },
        TrainingCase("revoked the day after") {
            $0.know(
                .person(8).passed(.leader, in: "CDSMP", "2025-01-01")
                    .revoked(.leader, in: "CDSMP", on: "2026-03-03"))
        },
        TrainingCase("revoked in the other role") {
            $0.know(
                .person(8).passed(.leader, in: "CDSMP", "2025-01-01")
                    .revoked(.masterTrainer, in: "CDSMP", on: "2025-02-01"))
        },
        TrainingCase("revoked, but met by the other alternative") {
            $0.know(
                .person(8).passed(.leader, in: "CDSMP", "2025-01-01")
                    .revoked(.leader, in: "CDSMP", on: "2025-02-01")
                    .passed(.leader, in: "TOMANDO", "2025-01-01"))
        },
    ]

    static let current = [
        TrainingCase("must be current, and is") {
            $0.request.programme.prerequisites = [asks("CDSMP", "TOMANDO", current: true)]
        },
        TrainingCase("must be current, lapsed", [.prerequisiteMissing]) {
            $0.request.programme.prerequisites = [asks("CDSMP", "TOMANDO", current: true)]
            $0.know(.person(8).passed(.leader, in: "CDSMP", "2025-03-01"))
        },
        TrainingCase("must be current, last day") {
            $0.request.programme.prerequisites = [asks("CDSMP", "TOMANDO", current: true)]
            $0.know(.person(8).passed(.leader, in: "CDSMP", "2025-03-02"))
        },
        TrainingCase("current only in what was never passed", [.prerequisiteMissing]) {
            $0.request.programme.prerequisites = [asks("CDSMP", current: true)]
            $0.request.passed = persons(8)
        },
        TrainingCase("not yet in effect") {
            $0.request.programme.prerequisites = [asks("CDSMP", on: span("2026-03-03"))]
        },
        TrainingCase("no longer in effect") {
            $0.request.programme.prerequisites = [
                asks("CDSMP", on: span("2020-01-01", "2026-03-01"))
            ]
        },
        TrainingCase("all rows must be met", [.prerequisiteMissing, .prerequisiteMissing]) {
            $0.request.programme.prerequisites = [asks("CDSMP"), asks("TOMANDO")]
        },
    ]

    @Test("Each reason names what is needed")
    func needs() {
        var scene = TrainingScene()
        scene.request.programme.prerequisites = [Self.asks("CDSMP"), Self.asks("TOMANDO", "GSH")]
        scene.know(.person(7))
        let reasons = scene.judge().judgement.reasons
        #expect(reasons.map(\.person) == persons(7, 8))
        #expect(
            reasons.map { $0["needs"] } == [
                .words(["CDSMP", "TOMANDO", "GSH"]), .words(["CDSMP"]),
            ])
    }
}
