import Foundation
import Nightly
import Registry
import Store
import Testing

@Suite struct VerdictTests {
    private static let offering =
        Facts.base
        + Facts.licence(from: "2026-01-01", until: "2028-12-31")
        + (1...2).map {
            Facts.affiliation(person: $0, organisation: 1, from: "2026-01-01")
                + Facts.standing(
                    person: $0, role: "master-trainer", from: "2026-01-01", current: nil)
        }.joined()

    @Test func aVerdictIsGainedAndLost() async throws {
        try await TestRegistry.with(Self.offering) { registry in
            #expect(try await registry.items(on: day("2025-12-31")) == [])
            #expect(
                try await registry.items(on: day("2026-01-01")) == [
                    "offer-gained O-1 programme=CDSMP reasons=no-licence,too-few-leaders",
                    "offer-gained O-1 programme=HLC-PAIN reasons=too-few-leaders",
                    "train-gained O-1 programme=CDSMP reasons=no-licence,too-few-master-trainers",
                ])
            #expect(try await registry.items(on: day("2026-01-02")) == [])
            try await registry.execute(
                "UPDATE affiliation SET until_date = '2026-01-02' WHERE person = 2")
            #expect(
                try await registry.items(on: day("2026-01-03")) == [
                    "affiliation-ended P-2 organisation=O-1 until=2026-01-02",
                    "offer-lost O-1 programme=CDSMP reasons=too-few-leaders",
                    "train-lost O-1 programme=CDSMP reasons=too-few-master-trainers",
                ])
        }
    }

    /// A daytime revocation takes effect today, after today's run: the next one tells of it.
    @Test func whatIsDatedBackBeforeTheLastRunIsStillTold() async throws {
        try await TestRegistry.with(Self.offering) { registry in
            #expect(try await registry.items(on: day("2026-02-01")) == [])
            try await registry.execute(
                """
                UPDATE licence SET revoked_on = '2026-01-15';
                INSERT INTO event (account, command, thing)
                VALUES ('test', 'licence revoke', 'L-1')
                """)
            let told = [
                "offer-lost O-1 programme=CDSMP reasons=no-licence",
                "train-lost O-1 programme=CDSMP reasons=no-licence",
            ]
            let preview = try await registry.run().preview(on: day("2026-02-02"))
            #expect(preview.items.map(\.line) == told)
            #expect(try await registry.items(on: day("2026-02-02")) == told)
            #expect(try await registry.items(on: day("2026-02-03")) == [])
        }
    }

    @Test(arguments: ["P-2", "O-1"])
    func whatIsRecordedLateIsToldOnce(thing: String) async throws {
        let late = Facts.affiliation(person: 2, organisation: 1, from: "2026-01-01")
        let facts = Self.offering.replacingOccurrences(of: late, with: "")
        #expect(facts != Self.offering)
        try await TestRegistry.with(facts) { registry in
            #expect(try await registry.items(on: day("2026-02-01")) == [])
            try await registry.execute(
                late + "INSERT INTO event (account, command, thing) "
                    + "VALUES ('test', 'person join', '\(thing)')")
            #expect(
                try await registry.items(on: day("2026-02-02")) == [
                    "offer-gained O-1 programme=CDSMP", "train-gained O-1 programme=CDSMP",
                ])
            #expect(try await registry.items(on: day("2026-02-03")) == [])
        }
    }

    /// A programme that asks for no licence and no training may be offered from its definition on,
    /// without anything beginning that a run could look at.
    @Test func aPairThatWasNeverJudgedLosesAllTheSame() async throws {
        let facts =
            Facts.base
            + (1...2).map {
                Facts.affiliation(person: $0, organisation: 1, from: "2026-01-01")
            }.joined()
        try await TestRegistry.with(facts) { registry in
            #expect(try await registry.items(on: day("2026-02-01")) == [])
            try await registry.execute(
                """
                INSERT INTO programme (code, title, sessions_least, leaders)
                VALUES ('OPEN', 'Open to all', 1, 2)
                """)
            #expect(try await registry.items(on: day("2026-02-02")) == [])
            try await registry.execute(
                "UPDATE affiliation SET until_date = '2026-02-02' WHERE person = 2")
            #expect(
                try await registry.items(on: day("2026-02-03")) == [
                    "affiliation-ended P-2 organisation=O-1 until=2026-02-02",
                    "offer-lost O-1 programme=OPEN reasons=too-few-leaders",
                ])
        }
    }

    /// A restored database counts its transactions anew, far below those of its events.
    @Test func whatIsWrittenAfterARestoreIsTold() async throws {
        try await TestRegistry.with(Self.offering) { registry in
            #expect(try await registry.items(on: day("2026-02-01")) == [])
            try await registry.execute(
                """
                UPDATE expiry_run SET horizon = '1000000000';
                UPDATE licence SET revoked_on = '2026-01-15';
                INSERT INTO event (account, command, thing)
                VALUES ('test', 'licence revoke', 'L-1')
                """)
            #expect(try await registry.items(on: day("2026-02-02")).count == 2)
        }
    }

    /// What the latest run left says nothing of an earlier day.
    @Test func aRunBehindFinishedDatesLeavesNothing() async throws {
        try await TestRegistry.with(Self.offering) { registry in
            #expect(try await registry.items(on: day("2026-02-01")) == [])
            let known = "SELECT * FROM verdict_known ORDER BY 1, 2"
            let left = try await registry.lines(known)
            #expect(!left.isEmpty)
            #expect(try await registry.items(on: day("2025-12-30")) == [])
            #expect(try await registry.lines(known) == left)
            #expect(try await registry.items(on: day("2026-02-02")) == [])
        }
    }

    /// Judging the candidates finds what judging every pair finds, whatever changed.
    @Test(arguments: [1, 2, 3] as [UInt64], [false, true])
    func candidatesMissNoPairThatDiffers(seed: UInt64, turnsPolicy: Bool) async throws {
        let facts = RandomFacts.script(seed: seed, turnsPolicy: turnsPolicy)
        try await TestRegistry.with(facts) { registry in
            let all = try await registry.allPairs()
            let found = try await registry.store.read { snapshot in
                var found = 0
                for (earlier, later) in Self.steps {
                    let expected = try await snapshot.verdictChanges(
                        of: all, from: earlier, to: later)
                    let candidates = try await snapshot.verdictCandidates(
                        from: earlier, to: later, after: nil, limit: 10_000)
                    let changes = try await snapshot.verdictChanges(
                        of: candidates, from: earlier, to: later)
                    #expect(changes == expected, "from \(earlier) to \(later)")
                    found += expected.count
                }
                return found
            }
            #expect(found > 20)
        }
    }

    /// Each day after the one before it, and now and then many days at once.
    private static let steps = days("2026-01-01", "2026-03-31").map { date in
        (date, date.adding(days: date.dayNumber.isMultiple(of: 5) ? 9 : 1))
    }

    @Test func candidatesComeInPages() async throws {
        try await TestRegistry.with(RandomFacts.script(seed: 9)) { registry in
            try await registry.store.read { snapshot in
                let (earlier, later) = (day("2026-01-10"), day("2026-02-20"))
                let all = try await snapshot.verdictCandidates(
                    from: earlier, to: later, after: nil, limit: 10_000)
                #expect(all.count > 10)
                var paged: [VerdictPair] = []
                while true {
                    let page = try await snapshot.verdictCandidates(
                        from: earlier, to: later, after: paged.last, limit: 3)
                    if page.isEmpty { break }
                    paged += page
                }
                #expect(paged == all)
            }
        }
    }
}

extension TestRegistry {
    /// Every organisation with every programme.
    func allPairs() async throws -> [VerdictPair] {
        let catalogue = try await store.read { try await $0.programmes() }
        return (1...RandomFacts.organisations).flatMap { organisation in
            catalogue.programmes.enumerated().map { place, programme in
                VerdictPair(
                    organisation: OrganisationID(Int64(organisation)), programme: programme.code,
                    programmeNumber: place + 1)
            }
        }
    }
}
