import Nightly
import Registry
import Store
import Synchronization
import Testing

/// A forecast tells what asking every day would show, no more and no less.
@Suite struct ForecastTests {
    private static let (first, last) = (day("2025-12-31"), day("2026-03-31"))

    private static func turns(
        _ registry: TestRegistry, _ filter: TurnFilter = TurnFilter()
    ) async throws -> [Turn] {
        let told = Mutex<[Turn]>([])
        let count = try await Forecast(store: registry.store, filter: filter)
            .tell(after: first, through: last) { turn in told.withLock { $0.append(turn) } }
        let turns = told.withLock(\.self)
        #expect(count == turns.count)
        return turns
    }

    @Test(arguments: [1, 2, 3] as [UInt64], [false, true])
    func tellsEveryVerdictThatTurns(seed: UInt64, turnsPolicy: Bool) async throws {
        let facts = RandomFacts.script(seed: seed, turnsPolicy: turnsPolicy)
        try await TestRegistry.with(facts) { registry in
            let all = try await registry.allPairs()
            let expected = try await registry.store.read { snapshot in
                var expected: [Turn] = []
                for date in days("2026-01-01", "2026-03-31") {
                    let changes = try await snapshot.verdictChanges(
                        of: all, from: date.previous, to: date)
                    expected += changes.compactMap { Turn($0, on: date) }
                }
                return expected
            }
            let told = try await Self.turns(registry)
            #expect(told.filter(\.isVerdict) == expected)
            #expect(expected.count > 10)
            let places = told.map { ($0.on, Turn.What.allCases.firstIndex(of: $0.place) ?? 0) }
            #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
            let one = OrganisationID(2)
            let narrowed = try await Self.turns(registry, TurnFilter(organisation: one))
            #expect(Set(narrowed).isSubset(of: told))
            #expect(
                narrowed.filter(\.isVerdict) == expected.filter { $0.about == .organisation(one) })
        }
    }

    @Test(arguments: [4, 5, 6] as [UInt64])
    func tellsEveryLicenceThatTurns(seed: UInt64) async throws {
        let facts = RandomFacts.script(seed: seed, turnsPolicy: true)
        try await TestRegistry.with(facts) { registry in
            let (licences, policy) = try await registry.store.read { snapshot in
                let ids = (1...40).map { LicenceID($0) }
                return (
                    try await snapshot.licences(ids).map(\.licence), try await snapshot.policy()
                )
            }
            var expected: Set<String> = []
            for date in days("2026-01-01", "2026-03-31") {
                for licence in licences {
                    let (was, becomes) = (
                        licence.state(on: date.previous), licence.state(on: date)
                    )
                    if was != becomes {
                        expected.insert("\(date) \(licence.id) \(was.rawValue) \(becomes.rawValue)")
                    }
                    for turn in licence.reportTurns(on: date, policy: policy) {
                        expected.insert(
                            "\(date) \(licence.id) \(turn.report.year.from) "
                                + "\(turn.was.rawValue) \(turn.becomes.rawValue)")
                    }
                }
            }
            let told = try await Self.turns(registry).filter {
                $0.what == .licence || $0.what == .report
            }
            #expect(Set(told.map(\.licenceText)) == expected)
            #expect(told.count == expected.count)
            #expect(expected.count > 5)
        }
    }

    @Test func tellsWhatHappensToPeopleAndPlans() async throws {
        let facts =
            Facts.base + Facts.licence(type: "umbrella", from: "2025-01-01", until: "2026-06-30")
            + Facts.coverage(licence: 1, organisation: 2, from: "2026-01-10", until: "2026-02-10")
            + Facts.coverage(licence: 1, organisation: 3, from: "2025-06-01")
            + Facts.affiliation(
                person: 1, organisation: 2, from: "2025-01-01", until: "2026-01-14")
            + Facts.affiliation(person: 2, organisation: 2, from: "2026-01-15")
            + Facts.standing(
                person: 2, from: "2025-02-01", until: "2026-01-31", current: "2026-01-31")
            + Facts.standing(
                person: 2, from: "2026-02-01", state: "lapsed", current: "2026-01-31")
                + """
                UPDATE organisation SET closed_on = '2026-03-01' WHERE id = 3;
                INSERT INTO workshop (programme, organisation, mode, from_date, until_date,
                    sessions, scheduled)
                VALUES ('GSH', 2, 'in-person', '2026-01-01', '2026-02-19', 6, true);
                """
        try await TestRegistry.with(facts) { registry in
            let lines = try await Self.turns(registry).filter { !$0.isVerdict }.map {
                "\($0.on) \($0.what) \($0.about) \($0.was) \($0.becomes) "
                    + ($0.until?.description ?? "-")
            }
            #expect(
                lines == [
                    "2026-01-01 report L-1 not-due due -", "2026-01-02 report L-1 due overdue -",
                    "2026-01-10 coverage L-1 not-yet in-force -",
                    "2026-01-15 affiliation P-1 in-force ended 2026-01-14",
                    "2026-01-15 affiliation P-2 not-yet in-force -",
                    "2026-02-01 certification P-2 active lapsed 2026-01-31",
                    "2026-02-11 coverage L-1 in-force expired 2026-02-10",
                    "2026-02-20 workshop W-1 scheduled overdue 2026-02-19",
                    "2026-03-01 organisation O-3 open closed -",
                ])
            let narrowed = try await Self.turns(
                registry, TurnFilter(organisation: OrganisationID(2), programme: nil))
            #expect(
                narrowed.filter { !$0.isVerdict }.map(\.what) == [
                    .report, .report, .coverage, .affiliation, .affiliation, .certification,
                    .coverage, .workshop,
                ])
            let other = try await Self.turns(
                registry, TurnFilter(programme: ProgrammeCode("CPSMP")))
            #expect(!other.contains { $0.what == .certification || $0.what == .workshop })
        }
    }
}

extension Turn {
    fileprivate var isVerdict: Bool { what == .offer || what == .train }

    /// Offer and train come pair by pair, and so do a licence and its reports.
    fileprivate var place: What {
        switch what {
        case .report: .licence
        case .train: .offer
        default: what
        }
    }

    fileprivate var licenceText: String {
        ([on.description, about.description] + [year?.description].compactMap { $0 }
            + [was, becomes]).joined(separator: " ")
    }
}
