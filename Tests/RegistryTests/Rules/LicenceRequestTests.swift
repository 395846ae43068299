import Registry
import Testing

@Suite("May this licence be granted")
struct LicenceRequestTests {
    /// O-1 asks for CDSMP and CPSMP for three years from 2026-01-01; it holds nothing.
    struct Scene: Sendable {
        var request = LicenceRequest(
            holder: OrganisationID(1), type: .multiple,
            scope: .programmes([code("CDSMP"), code("CPSMP")]), from: day("2026-01-01"),
            until: day("2028-12-31"))
        var existing: [Licence] = []

        func judge() -> Judgement {
            request.judge(programmes: Catalogue.all, existing: existing, policy: .shipped)
        }

        mutating func ask(_ type: LicenceType, _ programmes: String..., language: String? = nil) {
            request.type = type
            request.scope = .programmes(Set(programmes.map { code($0) }))
            request.language = language
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var broken: [RuleCode]
        var change: @Sendable (inout Scene) -> Void

        init(
            _ what: String, _ broken: [RuleCode] = [],
            _ change: @escaping @Sendable (inout Scene) -> Void
        ) {
            testDescription = what
            self.broken = broken
            self.change = change
        }
    }

    @Test("Reasons", arguments: scope + accepted + overlap)
    func reasons(_ example: Case) {
        var scene = Scene()
        example.change(&scene)
        #expect(scene.judge().codes == example.broken)
    }

    static let scope: [Case] = [
        Case("all in order") { _ in },
        Case("one day") { $0.request.until = day("2026-01-01") },
        Case("ends before it begins, alone", [.datesInvalid]) {
            $0.request.until = day("2025-12-31")
            $0.request.scope = .programmes([])
        },
        Case("no programme", [.typeScope]) { $0.ask(.multiple) },
        Case("one programme") { $0.ask(.multiple, "CPSMP") },
        Case("any programme") { $0.request.scope = .any },
        Case("umbrella over any") {
            $0.request.scope = .any
            $0.request.type = .umbrella
        },
        Case("multiple with a language", [.typeScope]) { $0.request.language = "da" },
        Case("umbrella with a language", [.typeScope]) {
            $0.ask(.umbrella, "CDSMP", language: "da")
        },
        Case("single") { $0.ask(.single, "CDSMP", language: "en") },
        Case("single without a language", [.typeScope]) { $0.ask(.single, "CDSMP") },
        Case("single for two", [.typeScope]) {
            $0.ask(.single, "CDSMP", "TOMANDO", language: "en")
        },
        Case("single for any", [.typeScope]) {
            $0.request.type = .single
            $0.request.language = "en"
            $0.request.scope = .any
        },
    ]

    static let accepted: [Case] = [
        Case("CPSMP on a single licence", [.typeNotAccepted]) {
            $0.ask(.single, "CPSMP", language: "en")
        },
        Case("on one for two", [.typeScope, .typeNotAccepted]) {
            $0.ask(.single, "CPSMP", "CDSMP", language: "en")
        },
        Case("programmes that need no licence", [.typeNotAccepted, .typeNotAccepted]) {
            $0.ask(.multiple, "CPSMP", "PMP", "GSH")
        },
    ]

    private static let held = Licence.sample(4)

    static let overlap: [Case] = [
        Case("the same again", [.licenceOverlap]) { $0.existing = [held] },
        Case("another programme") { $0.existing = [.sample(programmes: ["TOMANDO"])] },
        Case("any held", [.licenceOverlap]) { $0.existing = [held.with { $0.scope = .any }] },
        Case("any asked", [.licenceOverlap]) {
            $0.existing = [held]
            $0.request.scope = .any
        },
        Case("revoked since") {
            $0.existing = [held.with { $0.revokedOn = day("2027-01-01") }]
        },
        Case("suspended for ever", [.licenceOverlap]) {
            $0.existing = [held.with { $0.suspensions = [span("2026-01-01")] }]
        },
        Case("bound to a language") {
            $0.existing = [.sample(type: .single, programmes: ["CDSMP"], language: "da")]
        },
        Case("another language") {
            $0.existing = [.sample(type: .single, programmes: ["CDSMP"], language: "da")]
            $0.ask(.single, "CDSMP", language: "en")
        },
        Case("the same language", [.licenceOverlap]) {
            $0.existing = [.sample(type: .single, programmes: ["CDSMP"], language: "da")]
            $0.ask(.single, "CDSMP", language: "da")
        },
        Case("another holder's") { $0.existing = [.sample(holder: 2)] },
        Case("ended the day before") {
            $0.existing = [.sample(term: span("2023-01-01", "2025-12-31"))]
        },
        Case("ends on the first day", [.licenceOverlap]) {
            $0.existing = [.sample(term: span("2023-01-02", "2026-01-01"))]
        },
        Case("begins on the last day", [.licenceOverlap]) {
            $0.existing = [.sample(term: span("2028-12-31"))]
        },
        Case("begins the day after") { $0.existing = [.sample(term: span("2029-01-01"))] },
        Case("asked without an end", [.licenceOverlap]) {
            $0.existing = [.sample(term: span("2099-01-01"))]
            $0.request.until = nil
        },
    ]

    @Test("Reasons name the programme and the lowest licence in the way")
    func details() {
        var scene = Scene()
        scene.ask(.multiple, "PMP", "GSH", "CDSMP")
        scene.existing = [.sample(9), .sample(4), .sample(6)]
        let reasons = scene.judge().reasons
        #expect(reasons.map { $0["programme"] } == [.word("GSH"), .word("PMP"), nil])
        #expect(reasons.last?["licence"] == .word("L-4"))
    }

    @Test("The default term is the policy's")
    func defaultTerm() {
        let from = day("2026-01-01")
        #expect(LicenceRequest.defaultUntil(from: from, policy: .shipped) == day("2028-12-31"))
        let silent = Policy(numbers: [], severities: [])
        #expect(LicenceRequest.defaultUntil(from: from, policy: silent) == nil)
    }

    @Test("A renewal begins on the day after the old end, or on a later one given")
    func renewal() {
        let old = Licence.sample(type: .umbrella)
        let next = LicenceRequest.renewal(of: old, policy: .shipped)
        #expect(next?.term == span("2029-01-01", "2031-12-31"))
        #expect(next?.scope == old.scope)
        #expect(next?.type == .umbrella)
        let later = LicenceRequest.renewal(of: old, from: day("2029-06-01"), policy: .shipped)
        #expect(later?.term == span("2029-06-01", "2032-05-31"))
        let judged = next?.judge(programmes: Catalogue.all, existing: [old], policy: .shipped)
        #expect(judged?.codes == [])
        let open = Licence.sample(term: span("2026-01-01"))
        #expect(LicenceRequest.renewal(of: open, policy: .shipped) == nil)
    }
}
