import Nightly
import Postgres
import Registry
import Store
import Testing

/// A run that is stopped anywhere and started again leaves what an unbroken one leaves.
@Suite struct InterruptionTests {
    private struct Stopped: Error {}

    private static var smallBatches: NightlyLimits {
        var limits = NightlyLimits()
        limits.noticesInBatch = 3
        limits.pairsInBatch = 4
        limits.candidatesInPage = 10
        return limits
    }

    @Test(arguments: [11, 12] as [UInt64])
    func anInterruptedMonthEqualsAnUnbrokenOne(seed: UInt64) async throws {
        let facts = RandomFacts.script(seed: seed, turnsPolicy: true)
        let dates = days("2026-01-10", "2026-02-10")
        let unbroken = try await TestRegistry.with(facts) { registry in
            for date in dates { _ = try await registry.run().run(on: date) }
            return try await registry.record()
        }
        #expect(unbroken.count > 200)
        try await TestRegistry.with(facts) { registry in
            _ = try await registry.run().run(on: dates[0])
            for (place, date) in dates.enumerated() where place % 3 == 2 || date == dates.last {
                try await Self.run(on: date, stoppingAfterEachBatchOf: registry)
            }
            #expect(try await registry.record() == unbroken)
        }
    }

    /// Runs to the end, each attempt stopped after one batch more than the one before it.
    private static func run(
        on date: CivilDate, stoppingAfterEachBatchOf registry: TestRegistry
    ) async throws {
        for allowed in 1...10_000 {
            let left = Counter(allowed)
            let run = registry.run(limits: smallBatches) {
                if left.countDown() { throw Stopped() }
            }
            do {
                _ = try await run.run(on: date)
                return
            } catch is Stopped {
                continue
            }
        }
        Issue.record("the run never came to its end")
    }

    @Test func aRunWhoseSessionIsKilledGoesOnWithTheNext() async throws {
        let facts = RandomFacts.script(seed: 14)
        let unbroken = try await TestRegistry.with(facts) { registry in
            for date in days("2026-01-10", "2026-01-11") {
                _ = try await registry.run().run(on: date)
            }
            return try await registry.record()
        }
        try await TestRegistry.with(facts) { registry in
            let batches = Counter(9)
            let run = registry.run(limits: Self.smallBatches) {
                if batches.countDown() { try await registry.killHolder() }
            }
            await #expect(throws: (any Error).self) {
                _ = try await run.run(on: day("2026-01-10"))
            }
            let begun = try await registry.run().history(limit: 10)
            #expect(begun.map(\.items) == [nil])
            let outcomes = try await registry.run().run(
                on: day("2026-01-11"), waitingAtMost: .seconds(5))
            #expect(outcomes.map(\.on) == days("2026-01-10", "2026-01-11"))
            let record = try await registry.record()
            #expect(record == unbroken)
        }
    }

    @Test func aCancelledRunGoesOnWithTheNext() async throws {
        try await TestRegistry.with(RandomFacts.script(seed: 15)) { registry in
            let task = Task {
                try await registry.run(limits: Self.smallBatches) {
                    try await Task.sleep(for: .milliseconds(20))
                }.run(on: day("2026-01-10"))
            }
            try await Task.sleep(for: .milliseconds(100))
            task.cancel()
            await #expect(throws: (any Error).self) { _ = try await task.value }
            let outcomes = try await registry.run().run(
                on: day("2026-01-10"), waitingAtMost: .seconds(5))
            #expect(outcomes.map(\.isAlready) == [false])
        }
    }

    /// Each date is told when it is finished; whoever wants no more keeps what was told.
    @Test func endsWhereNobodyListensAnyMore() async throws {
        struct Gone: Error {}
        try await TestRegistry.with(RandomFacts.script(seed: 37)) { registry in
            _ = try await registry.run().run(on: day("2026-01-10"))
            await #expect(throws: Gone.self) {
                try await registry.run().run(on: day("2026-01-20")) { outcome in
                    if outcome.on == day("2026-01-12") { throw Gone() }
                }
            }
            #expect(
                try await registry.run().history(limit: 5).map(\.on)
                    == [day("2026-01-12"), day("2026-01-11"), day("2026-01-10")])
            #expect(try await registry.run().run(on: day("2026-01-20")).count == 8)
        }
    }
}

extension TestRegistry {
    /// Ends the database session that holds the lease.
    func killHolder() async throws {
        let killed = try await lines(
            """
            SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE locktype = 'advisory' AND granted
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """)
        #expect(killed == ["t"])
    }
}
