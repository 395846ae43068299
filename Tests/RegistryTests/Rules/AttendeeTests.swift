import Registry
import Testing

@Suite("Those who attend a training")
struct AttendeeTests {
    @Test("Reasons", arguments: masters + refreshers + repeated + revoked + duplicates)
    func reasons(_ example: TrainingCase) {
        #expect(example.verdict().judgement.codes == example.broken)
    }

    /// A master training that P-8 attends.
    private static func master(
        _ what: String, _ broken: [RuleCode], _ person: PersonRecord
    ) -> TrainingCase {
        TrainingCase(what, broken) {
            $0.become(.master, days: "4.5")
            $0.request.passed = persons(8)
            $0.know(person)
        }
    }

    /// A refresher on 2026-03-02 that P-8 attends.
    private static func refresher(
        _ what: String, _ broken: [RuleCode], _ person: PersonRecord
    ) -> TrainingCase {
        TrainingCase(what, broken) {
            $0.become(.refresher, days: "1")
            $0.request.passed = persons(8)
            $0.know(person)
        }
    }

    private static let leader = PersonRecord.person(8).passed(.leader, in: "CPSMP", "2025-03-02")
    private static let old = PersonRecord.person(8).passed(.leader, in: "CPSMP", "2020-01-01")

    static let masters = [
        master("an authorised leader", [], leader),
        master(
            "a lapsed leader", [.notALeader],
            .person(8).passed(.leader, in: "CPSMP", "2025-03-01")),
        master(
            "a leader of another programme", [.notALeader],
            .person(8).passed(.leader, in: "CDSMP", "2025-10-01")),
        master(
            "a master trainer is not yet a leader", [.notALeader],
            .person(8).passed(.master, in: "CPSMP", "2025-10-01")),
        master(
            "suspended that day", [.notALeader],
            leader.suspended(.leader, in: "CPSMP", span("2026-03-02", "2026-03-02"))),
        master(
            "suspended the day before",
            [], leader.suspended(.leader, in: "CPSMP", span("2026-02-01", "2026-03-01"))),
    ]

    static let refreshers = [
        refresher(
            "twelve months before, the day itself", [.refresherTooEarly], leader),
        refresher(
            "a day more",
            [], .person(8).passed(.leader, in: "CPSMP", "2025-03-01")),
        refresher("never trained", [.neverTrained], .person(8)),
        refresher(
            "trained the day after", [.neverTrained],
            .person(8).passed(.leader, in: "CPSMP", "2026-03-03")),
        refresher(
            "trained that day", [.refresherTooEarly],
            .person(8).passed(.leader, in: "CPSMP", "2026-03-02")),
        refresher(
            "a master trainer only", [.neverTrained],
            .person(8).passed(.master, in: "CPSMP", "2020-01-01")),
        TrainingCase("an update, too", [.trainingNotOffered, .neverTrained]) {
            $0.request.kind = .update
            $0.request.passed = persons(8)
        },
        TrainingCase("an update for a leader of last week", [.trainingNotOffered]) {
            $0.request.kind = .update
            $0.request.passed = persons(8)
            $0.know(.person(8).passed(.leader, in: "CPSMP", "2026-02-25"))
        },
    ]

    static let repeated = [
        refresher(
            "refreshed two years before, the day itself", [.refresherRepeated],
            old.passed(.refresher, in: "CPSMP", "2024-03-02")),
        refresher("a day more", [], old.passed(.refresher, in: "CPSMP", "2024-03-01")),
        refresher(
            "refreshed a year before", [.refresherTooEarly, .refresherRepeated],
            old.passed(.refresher, in: "CPSMP", "2025-03-02")),
        refresher(
            "refreshed later", [.refresherRepeated],
            old.passed(.refresher, in: "CPSMP", "2026-05-01")),
        refresher(
            "refreshed elsewhere", [], old.passed(.refresher, in: "CDSMP", "2025-03-02")),
    ]

    static let revoked = [
        refresher(
            "revoked that day", [.certificationRevoked],
            old.revoked(.leader, in: "CPSMP", on: "2026-03-02")),
        refresher("revoked the day after", [], old.revoked(.leader, in: "CPSMP", on: "2026-03-03")),
        refresher(
            "revoked as master trainer", [],
            old.revoked(.masterTrainer, in: "CPSMP", on: "2025-01-01")),
        master(
            "revoked in the role it grants", [.certificationRevoked],
            leader.revoked(.masterTrainer, in: "CPSMP", on: "2026-03-02")),
        master(
            "revoked as leader", [.notALeader],
            leader.revoked(.leader, in: "CPSMP", on: "2026-03-02")),
        TrainingCase("an update grants nothing that is revoked", [.trainingNotOffered]) {
            $0.request.kind = .update
            $0.request.passed = persons(8)
            $0.know(
                .person(8).passed(.leader, in: "CPSMP", "2025-01-01")
                    .revoked(.leader, in: "CPSMP", on: "2025-02-01"))
        },
    ]

    /// A cross-training of two days, 2 and 3 March 2026, after one of these days.
    private static func again(
        _ what: String, _ broken: [RuleCode], kind: TrainingKind = .cross,
        _ from: String, _ until: String? = nil
    ) -> TrainingCase {
        TrainingCase(what, broken) {
            $0.request.format = "two-day"
            $0.hold("2026-03-02", "2026-03-03")
            $0.know(
                $0.people[PersonID(8)]!.passed(kind, in: "CPSMP", from, until))
        }
    }

    static let duplicates = [
        again("ended the day before", [], "2026-02-27", "2026-03-01"),
        again("ended on the first day", [.duplicateTraining], "2026-03-01", "2026-03-02"),
        again("began on the last day", [.duplicateTraining], "2026-03-03", "2026-03-04"),
        again("began the day after", [], "2026-03-04"),
        again("of another kind", [], kind: .leader, "2026-03-02"),
    ]

    @Test("The attendees refused are those of the attendees' rules")
    func refusedAttendees() {
        var scene = TrainingScene()
        scene.know(.person(8))
        scene.know(.person(1))
        scene.request.failed = persons(2, 9)
        let verdict = scene.judge()
        #expect(verdict.refusedAttendees == Set(persons(2, 8, 9)))
        let rest = scene.request.leavingOut(verdict.refusedAttendees)
        #expect(rest.passed == persons(7))
        #expect(rest.failed == [])
    }
}
