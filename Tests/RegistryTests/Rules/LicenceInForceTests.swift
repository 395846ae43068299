import Registry
import Testing

@Suite("The licence that serves, or the nearest miss")
struct LicenceInForceTests {
    /// O-1 asks for CPSMP on 2026-03-03.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var licences: [Licence]
        var language: String?
        var found: LicenceMatch.Short

        init(
            _ what: String, _ licences: [Licence], language: String? = nil,
            _ found: LicenceMatch.Short
        ) {
            testDescription = what
            self.licences = licences
            self.language = language
            self.found = found
        }
    }

    @Test("For CPSMP on 2026-03-03", arguments: serving + misses + choices)
    func match(_ example: Case) {
        for licences in [example.licences, example.licences.reversed()] {
            let facts = OrganisationFacts(id: OrganisationID(1), licences: licences)
            let match = facts.licenceInForce(
                for: Catalogue.cpsmp, on: day("2026-03-03"), language: example.language)
            #expect(match.short == example.found)
        }
    }

    @Test("A programme that needs no licence asks for none")
    func notNeeded() {
        let match = OrganisationFacts.sample()
            .licenceInForce(for: Catalogue.gsh, on: day("2026-03-03"), language: nil)
        #expect(match == .notNeeded)
    }

    private static let today = "2026-03-03"
    private static let past = span("2023-01-01", "2026-03-02")
    private static let earlier = span("2020-01-01", "2022-12-31")
    private static let coming = span("2026-03-04", "2029-01-01")
    private static let later = span("2027-01-01", "2030-01-01")
    private static let always = span("2026-01-01")

    private static let any = Licence.sample(7).with { $0.scope = .any }
    private static let danish = Licence.sample(8, language: "da")
    private static let revoked = Licence.sample(2).with { $0.revokedOn = day(today) }
    private static let suspended = Licence.sample(3)
        .with { $0.suspensions = [span(today, today)] }
    private static let single = Licence.sample(4, type: .single, programmes: ["CPSMP"])
    private static let other = Licence.sample(5, programmes: ["CDSMP"])

    static let serving: [Case] = [
        Case("plain", [.sample()], .serves(1)),
        Case("begins today", [.sample(term: span(today))], .serves(1)),
        Case("ends today", [.sample(term: span("2024-01-01", today))], .serves(1)),
        Case("any programme", [any], .serves(7)),
        Case("bound to the language", [danish], language: "da", .serves(8)),
        Case("no language asked", [danish], .serves(8)),
        Case("bound to none", [.sample()], language: "da", .serves(1)),
        Case(
            "suspended until yesterday",
            [
                .sample().with {
                    $0.suspensions = [span("2026-02-01", "2026-03-02")]
                }
            ], .serves(1)),
        Case(
            "suspended from tomorrow",
            [
                .sample().with {
                    $0.suspensions = [span("2026-03-04")]
                }
            ], .serves(1)),
        Case("revoked tomorrow", [.sample().with { $0.revokedOn = day("2026-03-04") }], .serves(1)),
        Case("covered today", [.umbrella(1, covered: span(today, today))], .serves(1)),
        Case(
            "covered again",
            [
                .umbrella(1, covered: past).with {
                    $0.coverage.append(Coverage(organisation: OrganisationID(1), span: span(today)))
                }
            ], .serves(1)),
    ]

    static let misses: [Case] = [
        Case("never one", [], .nothing),
        Case("another's", [.sample(holder: 2)], .nothing),
        Case(
            "another's, not umbrella",
            [
                .umbrella(1, covered: always).with {
                    $0.type = .multiple
                }
            ], .nothing),
        Case(
            "covers another",
            [
                .umbrella(1, covered: always).with {
                    $0.coverage = [Coverage(organisation: OrganisationID(2), span: always)]
                }
            ], .nothing),
        Case("covered only outside the term", [.umbrella(1, covered: past, term: later)], .nothing),
        Case("ended yesterday", [.sample(term: past)], .misses(.expired, 1)),
        Case("begins tomorrow", [.sample(term: coming)], .misses(.notYet, 1)),
        Case(
            "coverage ended", [.umbrella(1, covered: past.until(since: "2026-01-01"))],
            .misses(.expired, 1)),
        Case("coverage begins", [.umbrella(1, covered: coming)], .misses(.notYet, 1)),
        Case("suspended", [suspended], .misses(.suspended, 3)),
        Case("revoked", [revoked], .misses(.revoked, 2)),
        Case("language", [danish], language: "nb", .misses(.languageNotCovered, 8)),
        Case("type", [single], .misses(.typeNotAccepted, 4)),
        Case("programme", [other], .misses(.programmeNotCovered, 5)),
    ]

    static let choices: [Case] = [
        Case("own before umbrella", [.umbrella(1, covered: always), .sample(6)], .serves(6)),
        Case(
            "latest until", [.sample(1), .sample(6, term: span("2026-01-01", "2029-06-30"))],
            .serves(6)),
        Case("without an end is latest", [.sample(1), .sample(6, term: always)], .serves(6)),
        Case("lowest id", [.sample(6), .sample(2)], .serves(2)),
        Case(
            "coverage that lasts longer",
            [
                .umbrella(1, covered: span("2026-01-01", "2026-12-31")),
                .umbrella(6, covered: span("2026-01-01", "2027-12-31")),
            ], .serves(6)),
        Case(
            "suspended before all",
            [
                suspended, revoked, danish, single, other, .sample(10, term: past),
                .sample(11, term: coming),
            ], language: "nb", .misses(.suspended, 3)),
        Case(
            "then revoked", [revoked, danish, single, other, .sample(10, term: past)],
            language: "nb", .misses(.revoked, 2)),
        Case(
            "then language", [danish, single, other, .sample(10, term: past)], language: "nb",
            .misses(.languageNotCovered, 8)),
        Case("then type", [single, other, .sample(10, term: past)], .misses(.typeNotAccepted, 4)),
        Case("then programme", [other, .sample(10, term: past)], .misses(.programmeNotCovered, 5)),
        Case(
            "then expired", [.sample(10, term: past), .sample(11, term: coming)],
            .misses(.expired, 10)),
        Case(
            "the latest of those expired", [.sample(1, term: earlier), .sample(10, term: past)],
            .misses(.expired, 10)),
        Case(
            "the earliest of those to come", [.sample(1, term: later), .sample(11, term: coming)],
            .misses(.notYet, 11)),
        Case(
            "one that would serve but for this",
            [
                .sample(1, programmes: ["CDSMP"]).with { $0.suspensions = [always] }, suspended,
            ], .misses(.suspended, 3)),
        Case(
            "expired, and named the programme",
            [
                .sample(1, programmes: ["CDSMP"], term: past), .sample(10, term: earlier),
            ], .misses(.expired, 10)),
    ]
}

extension DateSpan {
    fileprivate func until(since from: String) -> DateSpan {
        DateSpan(from: day(from), until: until)
    }
}

extension LicenceMatch {
    /// The match without the licence's facts.
    enum Short: Equatable, Sendable {
        case serves(Int64)
        case misses(LicenceMiss, Int64)
        case nothing, notNeeded
    }

    var short: Short {
        switch self {
        case .inForce(let licence): .serves(licence.id.number)
        case .missed(let miss, let licence): .misses(miss, licence.number)
        case .none: .nothing
        case .notNeeded: .notNeeded
        }
    }
}
