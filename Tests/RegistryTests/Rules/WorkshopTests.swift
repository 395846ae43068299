import Registry
import Testing

@Suite("May this workshop be recorded")
struct WorkshopTests {
    /// A CPSMP workshop in person from 2026-03-02 to 2026-04-06 that breaks no rule, led by P-7,
    /// a peer, and P-8, until something is changed.
    struct Scene: Sendable {
        var request = WorkshopRequest(
            programme: Catalogue.cpsmp, organisation: .sample(.sample()),
            first: day("2026-03-02"), last: day("2026-04-06"), sessions: 6,
            leaders: persons(7, 8), enrolled: 12, completers: 10)
        var known = people(
            .person(7).passed(.cross, in: "CPSMP", "2025-10-01").peer(for: "CPSMP"),
            .person(8).passed(.cross, in: "CPSMP", "2025-10-01"))
        var today = "2026-04-06"
        var used = 0

        func judge() -> WorkshopVerdict {
            request.judge(
                people: known, policy: .shipped, today: day(today),
                workshopsThisLicenceYear: used)
        }

        mutating func know(_ person: PersonRecord) { known[person.id] = person }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var broken: [RuleCode]
        var warnings: [RuleCode]
        var change: @Sendable (inout Scene) -> Void

        init(
            _ what: String, _ broken: [RuleCode] = [], warns warnings: [RuleCode] = [],
            _ change: @escaping @Sendable (inout Scene) -> Void
        ) {
            testDescription = what
            self.broken = broken
            self.warnings = warnings
            self.change = change
        }
    }

    @Test("Reasons", arguments: form + sessions + leaders + states + professions + numbers)
    func reasons(_ example: Case) {
        var scene = Scene()
        example.change(&scene)
        let judgement = scene.judge().judgement
        #expect(judgement.codes == example.broken)
        #expect(judgement.warningCodes == example.warnings)
    }

    static let form: [Case] = [
        Case("all in order") { _ in },
        Case("last before first, alone", [.datesInvalid]) {
            $0.request.last = day("2026-03-01")
            $0.request.leaders = []
        },
        Case("ends tomorrow", [.dateInFuture]) { $0.today = "2026-04-05" },
        Case("no such mode", [.modeNotOffered]) {
            $0.request.mode = "hybrid"
            $0.request.enrolled = 100
        },
        Case("no such mode: neither number nor group judged", [.modeNotOffered, .noPeerLeader]) {
            $0.request.mode = "hybrid"
            $0.request.leaders = []
        },
        Case("closed that day", [.organisationClosed]) {
            $0.request.organisation.closedOn = day("2026-03-02")
        },
        Case("closed during the workshop") {
            $0.request.organisation.closedOn = day("2026-03-03")
        },
        Case("no licence", [.noLicence]) {
            $0.request.organisation.licences[0].term.until = day("2026-03-01")
        },
        Case("licensed on the first day only") {
            $0.request.organisation.licences[0].term.until = day("2026-03-02")
        },
        Case("licensed for another language", [.noLicence]) {
            $0.request.organisation.licences[0].language = "da"
            $0.request.language = "en"
        },
    ]

    static let sessions: [Case] = [
        Case("five sessions", [.sessionCount]) { $0.request.sessions = 5 },
        Case("seven sessions", [.sessionCount]) { $0.request.sessions = 7 },
        Case("sessions of 149 minutes", [.sessionCount]) { $0.request.minutes = 149 },
        Case("longer sessions") { $0.request.minutes = 151 },
        Case("minutes beyond counting") { $0.request.minutes = .max },
        Case("sessions beyond counting", [.sessionCount]) {
            $0.request.sessions = .min
            $0.request.minutes = .min
        },
        Case("minutes unknown", [.sessionCount]) { $0.request.programme.minutes = nil },
        Case("minutes unknown, none asked for") {
            $0.request.programme.minutes = nil
            $0.request.programme.totalMinutes = nil
        },
    ]

    static let leaders: [Case] = [
        Case("one leader", [.tooFewLeaders]) { $0.request.leaders = persons(7) },
        Case("the same leader twice", [.tooFewLeaders]) { $0.request.leaders = persons(7, 7) },
        Case("none", [.tooFewLeaders, .noPeerLeader]) { $0.request.leaders = [] },
        Case("one suffices for the toolkit") {
            $0.request.mode = "toolkit"
            $0.request.enrolled = 4
            $0.request.completers = 4
            $0.request.leaders = persons(7)
        },
        Case("but none does not", [.tooFewLeaders, .noPeerLeader]) {
            $0.request.mode = "toolkit"
            $0.request.enrolled = 4
            $0.request.completers = 4
            $0.request.leaders = []
        },
        Case("no peer", [.noPeerLeader]) { $0.known[PersonID(7)]?.peerFor = [code("CDSMP")] },
        Case("a peer who is not authorised is a peer", [.leaderNotAuthorised]) {
            $0.know(.person(7).peer(for: "CPSMP"))
        },
    ]

    static let states: [Case] = [
        Case("trained on the first day") {
            $0.know(.person(8).passed(.cross, in: "CPSMP", "2026-03-02"))
        },
        Case("trained the day after", [.leaderNotAuthorised]) {
            $0.know(.person(8).passed(.cross, in: "CPSMP", "2026-03-03"))
        },
        Case("current until the first day") {
            $0.know(.person(8).passed(.cross, in: "CPSMP", "2025-03-02"))
        },
        Case("lapsed that day", [.leaderNotAuthorised]) {
            $0.know(.person(8).passed(.cross, in: "CPSMP", "2025-03-01"))
        },
        Case("a master trainer only") {
            $0.know(.person(8).passed(.master, in: "CPSMP", "2025-03-02"))
        },
        Case("revoked as leader, a master trainer still") {
            $0.know(
                .person(8).passed(.cross, in: "CPSMP", "2025-10-01")
                    .passed(.master, in: "CPSMP", "2025-11-01")
                    .revoked(.leader, in: "CPSMP", on: "2026-01-01"))
        },
        Case("unknown people", [.leaderNotAuthorised, .leaderNotAuthorised, .noPeerLeader]) {
            $0.known = [:]
        },
    ]

    private static func half(_ scene: inout Scene) {
        scene.request.programme = Catalogue.pmp
        scene.request.organisation.licences = []
        scene.request.sessions = 12
        scene.known = people(
            .person(7).professions("doctor", "psychologist"),
            .person(8).professions("physiotherapist"))
    }

    static let professions: [Case] = [
        Case("all professions") { half(&$0) },
        Case("one too few", [.professionMissing]) {
            half(&$0)
            $0.request.leaders = persons(7)
        },
        Case("nobody", [.tooFewLeaders] + Array(repeating: .professionMissing, count: 3)) {
            half(&$0)
            $0.request.leaders = []
        },
        Case("eleven half days", [.sessionCount]) {
            half(&$0)
            $0.request.sessions = 11
        },
        Case("a hundred half days") {
            half(&$0)
            $0.request.sessions = 100
        },
    ]

    static let numbers: [Case] = [
        Case("as many completers as enrolled") { $0.request.completers = 12 },
        Case("one more", [.completersExceedEnrolled]) { $0.request.completers = 13 },
        Case("enrolled unknown") { $0.request.enrolled = nil },
        Case("eight") {
            $0.request.enrolled = 8
            $0.request.completers = 8
        },
        Case("seven", warns: [.groupSize]) {
            $0.request.enrolled = 7
            $0.request.completers = 7
        },
        Case("sixteen") { $0.request.enrolled = 16 },
        Case("seventeen", warns: [.groupSize]) { $0.request.enrolled = 17 },
        Case("thirteen online", warns: [.groupSize]) {
            $0.request.mode = "virtual"
            $0.request.enrolled = 13
        },
        Case("the last of the allowance") {
            $0.request.organisation.licences[0].workshopsPerYear = 3
            $0.used = 2
        },
        Case("beyond the allowance", warns: [.overAllowance]) {
            $0.request.organisation.licences[0].workshopsPerYear = 3
            $0.used = 3
        },
    ]

    @Test("The verdict tells the licence, and each leader's own state")
    func details() {
        var scene = Scene()
        scene.know(.person(8).passed(.master, in: "CPSMP", "2024-01-01"))
        scene.know(.person(7).passed(.cross, in: "CPSMP", "2024-01-01").peer(for: "CPSMP"))
        let verdict = scene.judge()
        #expect(verdict.licence == LicenceID(1))
        #expect(verdict.judgement.reasons.map(\.person) == persons(7, 8))
        #expect(
            verdict.judgement.reasons.map { $0["state"] } == [.word("lapsed"), .word("untrained")])
    }
}
