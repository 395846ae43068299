import Registry
import Testing

@Suite("May an organisation offer, may it train")
struct OrganisationVerdictTests {
    /// O-1 on 2026-03-03, with all that CPSMP asks for, until something is changed.
    struct Scene: Sendable {
        var programme = Catalogue.cpsmp
        var organisation = OrganisationFacts.sample(.sample())
        var affiliates = [
            Affiliate(person: PersonID(1), masterTrainer: .active),
            Affiliate(person: PersonID(2), masterTrainer: .provisional),
            Affiliate(person: PersonID(7), isPeer: true, leader: .active),
            Affiliate(person: PersonID(9), professions: ["doctor"]),
        ]
        var policy = Policy.shipped
        var on = "2026-03-03"
        var language: String?

        func judge() -> OrganisationVerdict {
            .judge(
                organisation: organisation, programme: programme, affiliates: affiliates,
                policy: policy, on: day(on), language: language)
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var offer: [RuleCode]
        var train: [RuleCode]
        var change: @Sendable (inout Scene) -> Void

        init(
            _ what: String, offer: [RuleCode] = [], train: [RuleCode] = [],
            _ change: @escaping @Sendable (inout Scene) -> Void
        ) {
            testDescription = what
            self.offer = offer
            self.train = train
            self.change = change
        }
    }

    @Test("Reasons", arguments: facts + people + staffing)
    func reasons(_ example: Case) {
        var scene = Scene()
        example.change(&scene)
        let verdict = scene.judge()
        #expect(verdict.offer.codes == example.offer)
        #expect(verdict.train.codes == example.train)
        #expect(verdict.offer.warnings.isEmpty)
        #expect(verdict.train.warnings.isEmpty)
    }

    static let facts: [Case] = [
        Case("all there") { _ in },
        Case("closes tomorrow") { $0.organisation.closedOn = day("2026-03-04") },
        Case("closes today", offer: [.organisationClosed], train: [.organisationClosed]) {
            $0.organisation.closedOn = day("2026-03-03")
        },
        Case("licence ends today") { $0.organisation.licences[0].term.until = day("2026-03-03") },
        Case("licence ended", offer: [.noLicence], train: [.noLicence]) {
            $0.organisation.licences[0].term.until = day("2026-03-02")
        },
        Case("another language", offer: [.noLicence], train: [.noLicence]) {
            $0.organisation.licences[0].language = "da"
            $0.language = "en"
        },
        Case("a dated severity") {
            $0.organisation.closedOn = nil
            $0.policy.severities = []
        },
        Case(
            "nothing at all",
            offer: [.organisationClosed, .noLicence, .tooFewLeaders, .noPeerLeader],
            train: [.organisationClosed, .noLicence, .tooFewMasterTrainers]
        ) {
            $0.organisation = OrganisationFacts(id: OrganisationID(1), closedOn: .first)
            $0.affiliates = []
        },
    ]

    static let people: [Case] = [
        Case("one master trainer short", offer: [], train: [.tooFewMasterTrainers]) {
            $0.affiliates[1].masterTrainer = .lapsed
        },
        Case(
            "two leaders short", offer: [.tooFewLeaders], train: [.tooFewMasterTrainers]
        ) {
            $0.affiliates[0].masterTrainer = .revoked
            $0.affiliates[1].masterTrainer = .suspended
        },
        Case("the same leader twice", offer: [.tooFewLeaders], train: [.tooFewMasterTrainers]) {
            $0.affiliates = [$0.affiliates[2], $0.affiliates[2]]
        },
        Case("the peer has lapsed", offer: [.noPeerLeader]) { $0.affiliates[2].leader = .lapsed },
        Case("the peer is no leader", offer: [.noPeerLeader]) {
            $0.affiliates[2].isPeer = false
            $0.affiliates[3].isPeer = true
        },
        Case("the peer is a master trainer") {
            $0.affiliates[2].isPeer = false
            $0.affiliates[0].isPeer = true
        },
        Case("no peers asked for") {
            $0.programme.staffing = .leaders(2, peers: 0)
            $0.affiliates[2].isPeer = false
        },
    ]

    static let staffing: [Case] = [
        Case("no training formats: everyone leads", train: [.tooFewMasterTrainers]) {
            $0.programme = Catalogue.hlcPain
            $0.organisation.licences = []
            $0.affiliates = [Affiliate(person: PersonID(3))]
        },
        Case("but someone must", offer: [.tooFewLeaders], train: [.tooFewMasterTrainers]) {
            $0.programme = Catalogue.hlcPain
            $0.affiliates = []
        },
        Case(
            "professions missing", offer: [.professionMissing, .professionMissing],
            train: []
        ) { $0.programme = Catalogue.pmp },
        Case("professions present", train: [.tooFewMasterTrainers]) {
            $0.programme = Catalogue.pmp
            $0.affiliates = [
                Affiliate(person: PersonID(1), professions: ["doctor", "nurse"]),
                Affiliate(person: PersonID(2), professions: ["psychologist", "physiotherapist"]),
            ]
        },
    ]

    @Test("Counts and licence are told")
    func counts() {
        let verdict = Scene().judge()
        #expect(verdict.leaders == 3)
        #expect(verdict.masterTrainers == 2)
        #expect(verdict.licence == LicenceID(1))
    }

    @Test("Everyone counts as a leader where nobody is trained")
    func leadersWithoutTraining() {
        var scene = Scene()
        scene.programme = Catalogue.gsh
        let verdict = scene.judge()
        #expect(verdict.leaders == 4)
        #expect(verdict.licence == nil)
    }

    @Test("Reasons carry what is there, what is needed and the nearest licence")
    func details() {
        var scene = Scene()
        scene.organisation.licences[0].term.until = day("2026-01-31")
        scene.affiliates = [scene.affiliates[0]]
        let verdict = scene.judge()
        #expect(verdict.offer.reasons[0]["nearest"] == .word("expired"))
        #expect(verdict.offer.reasons[0]["licence"] == .word("L-1"))
        #expect(verdict.offer.reasons[1]["have"] == .number(1))
        #expect(verdict.offer.reasons[1]["need"] == .number(2))
        #expect(verdict.train.reasons[1].code == .tooFewMasterTrainers)
        #expect(verdict.train.reasons[1]["have"] == .number(1))
    }

    @Test("Professions missing are named one by one")
    func professions() {
        var scene = Scene()
        scene.programme = Catalogue.pmp
        #expect(
            scene.judge().offer.reasons.map { $0["profession"] }
                == [.text("psychologist"), .text("physiotherapist")])
    }

    @Test(
        "An overdue report warns, for offering only",
        arguments: [
            ("2027-01-01", 0, 0), ("2027-01-02", 0, 1), ("2027-01-31", 30, 0),
            ("2027-02-01", 30, 1),
            ("2028-06-01", 0, 1),
        ])
    func overdue(on: String, grace: Int, warnings: Int) {
        var scene = Scene()
        scene.on = on
        scene.policy.numbers.append(
            PolicyNumber(name: .reportGraceDays, values: [grace], effective: span("2025-01-01")))
        let verdict = scene.judge()
        #expect(verdict.offer.warningCodes == Array(repeating: .reportOverdue, count: warnings))
        #expect(verdict.offer.isAllowed)
        #expect(verdict.train.warnings.isEmpty)
    }

    @Test(
        "Severity is data with dates",
        arguments: [
            ("2026-03-02", true), ("2026-03-03", false), ("2026-03-04", true),
        ])
    func severity(on: String, refused: Bool) {
        var scene = Scene()
        scene.on = on
        scene.affiliates[2].isPeer = false
        scene.policy.severities.append(
            SeverityRow(
                code: .noPeerLeader, severity: .warn, effective: span("2026-03-03", "2026-03-03")))
        let offer = scene.judge().offer
        #expect(offer.isAllowed == !refused)
        #expect(offer.warningCodes == (refused ? [] : [.noPeerLeader]))
    }
}
