import Nightly
import Registry
import Store
import Testing

/// A preview lists exactly what the run then announces.
@Suite struct PreviewTests {
    /// Gaps of several days too: the run of a date runs the missing ones first.
    @Test(arguments: [31, 32] as [UInt64], [1, 2, 7])
    func aPreviewIsWhatTheRunAnnounces(seed: UInt64, gap: Int) async throws {
        let facts = RandomFacts.script(seed: seed, turnsPolicy: true)
        try await TestRegistry.with(facts) { registry in
            let run = registry.run()
            var announced = 0
            for date in stride(from: 0, through: 42, by: gap).map({
                day("2026-01-05").adding(days: $0)
            }) {
                let record = try await registry.record()
                let preview = try await run.preview(on: date)
                #expect(try await registry.record() == record)
                _ = try await run.run(on: date)
                let items = try await run.items(on: date, limit: 1_000)
                #expect(preview.items == items)
                #expect(
                    preview.outcome == RunOutcome(on: date, items: items.count, isAlready: false))
                announced += items.count
            }
            #expect(announced > 10)
        }
    }

    /// Half of what a date finds may be recorded already: it belongs to the date all the same.
    @Test(arguments: [1, 2, 4, 6, 7, 8, 9])
    func aPreviewOfAnInterruptedRunIsTheWholeOfIt(batches: Int) async throws {
        struct Stopped: Error {}
        try await TestRegistry.with(RandomFacts.script(seed: 35)) { registry in
            _ = try await registry.run().run(on: day("2026-01-10"))
            let whole = try await registry.run().preview(on: day("2026-01-20"))
            _ = try await registry.run().run(on: day("2026-01-19"))
            let left = Counter(batches)
            _ = try? await registry.run { if left.countDown() { throw Stopped() } }
                .run(on: day("2026-01-20"))
            let preview = try await registry.run().preview(on: day("2026-01-20"))
            if !preview.outcome.isAlready { #expect(preview == whole) }
            _ = try await registry.run().run(on: day("2026-01-20"))
            #expect(
                try await registry.run().items(on: day("2026-01-20"), limit: 1_000)
                    == whole.items)
        }
    }

    @Test func aPreviewOfAFinishedDateSaysThatItWasRun() async throws {
        try await TestRegistry.with(RandomFacts.script(seed: 36)) { registry in
            _ = try await registry.run().run(on: day("2026-01-10"))
            let preview = try await registry.run().preview(on: day("2026-01-10"))
            #expect(preview.items == [])
            #expect(
                preview.outcome == RunOutcome(on: day("2026-01-10"), items: 0, isAlready: true))
        }
    }
}
