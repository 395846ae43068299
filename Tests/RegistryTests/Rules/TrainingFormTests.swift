import Registry
import Testing

@Suite("The training itself: dates, format, host")
struct TrainingFormTests {
    @Test("Reasons", arguments: dates + formats + host)
    func reasons(_ example: TrainingCase) {
        let verdict = example.verdict()
        #expect(verdict.judgement.codes == example.broken)
        #expect(verdict.judgement.warnings.isEmpty)
    }

    static let dates = [
        TrainingCase("all in order") { _ in },
        TrainingCase("last before first, alone", [.datesInvalid]) {
            $0.request.last = day("2026-03-01")
            $0.request.trainers = []
            $0.request.format = "none"
        },
        TrainingCase("ends tomorrow", [.dateInFuture]) { $0.today = "2026-03-01" },
        TrainingCase("ended long ago") { $0.today = "2026-08-01" },
    ]

    static let formats = [
        TrainingCase("no such format", [.trainingNotOffered]) { $0.request.format = "three-day" },
        TrainingCase("a format of another kind", [.trainingNotOffered]) {
            $0.request.kind = .leader
        },
        TrainingCase("not offered, length not judged", [.trainingNotOffered]) {
            $0.request.format = "three-day"
            $0.request.days = halfDays("100")
        },
        TrainingCase("two days in one", [.trainingLength]) { $0.hold("2026-03-02", "2026-03-03") },
        TrainingCase("the two days said to be one") {
            $0.hold("2026-03-02", "2026-03-03")
            $0.request.days = halfDays("1")
        },
        TrainingCase("half a day too long", [.trainingLength]) {
            $0.request.days = halfDays("1.5")
        },
        TrainingCase("half a day too short", [.trainingLength]) {
            $0.request.days = halfDays("0.5")
        },
        TrainingCase("the format is chosen by the days") {
            $0.request.format = nil
            $0.request.days = halfDays("2")
        },
        TrainingCase("none admits the days: the first", [.trainingLength]) {
            $0.request.format = nil
            $0.request.days = halfDays("3")
        },
        TrainingCase("four days and a half of master training", [.notALeader, .notALeader]) {
            $0.become(.master, days: "4.5")
        },
        TrainingCase("four days are too few", [.trainingLength, .notALeader, .notALeader]) {
            $0.become(.master, days: "4")
        },
    ]

    static let host = [
        TrainingCase("closed", [.organisationClosed]) {
            $0.request.organisation.closedOn = day("2026-03-02")
        },
        TrainingCase("closed the day after") {
            $0.request.organisation.closedOn = day("2026-03-03")
        },
        TrainingCase("no licence", [.noLicence]) { $0.request.organisation.licences = [] },
        TrainingCase("licensed for another language", [.noLicence]) {
            $0.request.organisation.licences[0].language = "da"
            $0.request.language = "en"
        },
        TrainingCase("licensed on the first day only") {
            $0.request.organisation.licences[0].term.until = day("2026-03-02")
            $0.request.format = "two-day"
            $0.hold("2026-03-02", "2026-03-03")
        },
        TrainingCase(
            "a programme that trains nobody",
            [.trainingNotOffered, .trainerNotAuthorised, .trainerNotAuthorised]
        ) { $0.request.programme = Catalogue.hlcPain },
    ]

    @Test(
        "The format that is chosen",
        arguments: [
            (TrainingKind.cross, "1", "one-day"), (.cross, "2", "two-day"),
            (.cross, "7", "one-day"),
            (.leader, "4", "standard"), (.leader, "1", "standard"),
        ])
    func format(kind: TrainingKind, days: String, expected: String) {
        var scene = TrainingScene()
        scene.request.kind = kind
        scene.request.format = nil
        scene.request.days = halfDays(days)
        #expect(scene.judge().format == expected)
        #expect(scene.judge().days == halfDays(days))
    }

    @Test("Of several formats the standard one is chosen, not the one that fits")
    func standard() {
        var scene = TrainingScene()
        scene.request.format = nil
        scene.request.programme.formats.append(
            TrainingFormat(
                kind: .cross, name: "standard", shortest: halfDays("5"), longest: halfDays("5")))
        #expect(scene.judge().format == "standard")
        #expect(scene.judge().judgement.codes == [.trainingLength])
    }

    @Test("The verdict tells licence, format and days")
    func verdict() {
        let verdict = TrainingScene().judge()
        #expect(verdict.licence == LicenceID(1))
        #expect(verdict.format == "one-day")
        #expect(verdict.days == halfDays("1"))
        #expect(verdict.refusedAttendees.isEmpty)
    }

    @Test(
        "Leader trainings beyond the allowance warn",
        arguments: [
            (TrainingKind.leader, 1, [] as [RuleCode]), (.leader, 2, [.overAllowance]),
            (.leader, 3, [.overAllowance]), (.cross, 3, []),
        ])
    func allowance(kind: TrainingKind, used: Int, warnings: [RuleCode]) {
        var scene = TrainingScene()
        scene.request.organisation.licences[0].trainingsPerYear = 2
        scene.request.kind = kind
        scene.request.format = nil
        scene.request.days = halfDays(kind == .leader ? "4" : "1")
        scene.used = used
        #expect(scene.judge().judgement.codes == [])
        #expect(scene.judge().judgement.warningCodes == warnings)
    }
}
