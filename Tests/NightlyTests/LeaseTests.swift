import Nightly
import Postgres
import Registry
import Store
import Testing

@Suite struct LeaseTests {
    @Test func ofTwoRunnersAtOnceOneRunsAndTheOtherFindsItDone() async throws {
        let facts = RandomFacts.script(seed: 21)
        let alone = try await TestRegistry.with(facts) { registry in
            for date in days("2026-01-10", "2026-01-15") {
                _ = try await registry.run().run(on: date)
            }
            return try await registry.record()
        }
        try await TestRegistry.with(facts) { registry in
            _ = try await registry.run().run(on: day("2026-01-10"))
            let outcomes = try await withThrowingTaskGroup(of: [RunOutcome].self) { group in
                for _ in 1...3 {
                    group.addTask { try await registry.run().run(on: day("2026-01-15")) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let already = [RunOutcome(on: day("2026-01-15"), items: 0, isAlready: true)]
            #expect(outcomes.filter { $0 == already }.count == 2)
            #expect(
                outcomes.filter { $0.map(\.on) == days("2026-01-11", "2026-01-15") }.count == 1)
            #expect(try await registry.record() == alone)
        }
    }

    @Test func aRunnerThatWaitsTooLongIsToldThatTheRunIsBusy() async throws {
        try await TestRegistry.with { registry in
            try await registry.store.withNightlyLease(
                holder: "test", waitingAtMost: .zero
            ) { _ in
                await #expect(throws: NightlyError.busy) {
                    _ = try await registry.run().run(
                        on: day("2026-01-10"), waitingAtMost: .milliseconds(250))
                }
                // A preview does not ask for the lease.
                let preview = try await registry.run().preview(on: day("2026-01-10"))
                #expect(preview.items == [])
            }
            #expect(
                try await registry.run().run(on: day("2026-01-10"), waitingAtMost: .zero).count
                    == 1)
        }
    }

    /// Waiting for the lease keeps no connection: others work on, however many wait.
    @Test func whoWaitsForTheLeaseKeepsNobodyFromWorking() async throws {
        try await TestRegistry.with { registry in
            try await registry.store.withNightlyLease(
                holder: "test", waitingAtMost: .zero
            ) { _ in
                try await withThrowingTaskGroup { group in
                    for _ in 1...PostgresLimits.poolConnections {
                        group.addTask {
                            _ = try await registry.run().run(
                                on: day("2026-01-10"), waitingAtMost: .seconds(600))
                        }
                    }
                    try await Task.sleep(for: .milliseconds(500))
                    for _ in 1...20 { #expect(try await registry.lines("SELECT 1") == ["1"]) }
                    group.cancelAll()
                    while await group.nextResult() != nil {}
                }
            }
        }
    }

    @Test func theLeaseIsFreeAtOnceWhenItsSessionIsGone() async throws {
        try await TestRegistry.with { registry in
            await #expect(throws: (any Error).self) {
                try await registry.store.withNightlyLease(
                    holder: "test", waitingAtMost: .zero
                ) { lease in
                    try await registry.killHolder()
                    #expect(
                        try await registry.run().run(
                            on: day("2026-01-10"), waitingAtMost: .seconds(2)
                        ).count == 1)
                    try await lease.begin(day("2026-01-11"))
                }
            }
            let history = try await registry.run().history(limit: 5)
            #expect(history.map(\.on) == [day("2026-01-10")])
        }
    }

    /// Every write of a runner that was replaced is refused, whatever it writes.
    @Test(arguments: 0..<5)
    func writesOfAStaleEpochAreRefused(write: Int) async throws {
        let facts =
            Facts.base + Facts.licence(from: "2025-12-01", until: "2026-06-30")
            + Facts.affiliation(person: 1, organisation: 1, from: "2026-01-01", until: "2026-06-30")
        try await TestRegistry.with(facts) { registry in
            let date = day("2026-07-01")
            _ = try await registry.run().run(on: day("2026-06-30"))
            try await registry.execute("INSERT INTO expiry_run (on_date) VALUES ('2026-07-01')")
            let record = try await registry.record()
            await #expect(throws: NightlyError.leaseLost) {
                try await registry.store.withNightlyLease(
                    holder: "test", waitingAtMost: .zero
                ) { lease in
                    try await registry.execute("UPDATE nightly_lease SET epoch = epoch + 1")
                    switch write {
                    case 0: try await lease.begin(day("2026-07-02"))
                    case 1: _ = try await lease.record(.expired, on: date, limit: 10)
                    case 2:
                        let pairs = try await lease.verdictCandidates(
                            on: date, from: day("2026-06-30"), after: nil, limit: 10)
                        try await lease.recordVerdicts(
                            of: pairs, on: date, from: day("2026-06-30"))
                    case 3: _ = try await lease.withdraw(on: date, limit: 10)
                    default: _ = try await lease.finish(date)
                    }
                }
            }
            #expect(try await registry.record() == record)
        }
    }

    @Test func eachHolderHasAnEpochOfItsOwn() async throws {
        try await TestRegistry.with { registry in
            try await registry.store.withNightlyLease(holder: "a", waitingAtMost: .zero) { _ in }
            try await registry.store.withNightlyLease(holder: "b", waitingAtMost: .zero) { _ in }
            #expect(
                try await registry.lines("SELECT epoch, holder FROM nightly_lease") == ["2 b"])
        }
    }
}
