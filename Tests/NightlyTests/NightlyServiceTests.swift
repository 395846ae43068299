import Foundation
import Logging
import Nightly
import Registry
import Store
import Synchronization
import Testing

@Suite struct NightlyServiceTests {
    /// A clock that only moves when the service sleeps, or when it is set.
    private final class ManualClock: Sendable {
        private let state: Mutex<(now: Date, wakes: Int)>

        init(_ text: String) throws {
            state = Mutex((try Date(text, strategy: .iso8601), 0))
        }

        var now: Date { state.withLock(\.now) }

        /// Moves on by a sleep; ends the service after so many.
        func sleep(_ duration: Duration, limit: Int) throws {
            try state.withLock { state in
                state.wakes += 1
                guard state.wakes < limit else { throw CancellationError() }
                state.now += max(1, Double(duration.components.seconds))
            }
        }

        func set(_ text: String) throws {
            let moment = try Date(text, strategy: .iso8601)
            state.withLock { $0.now = moment }
        }
    }

    /// Lets the service live through so many sleeps; gives the dates that were run.
    private func follow(
        _ registry: TestRegistry, from start: String, zone: String = "Europe/Dublin",
        wakes: Int, onSleep: @escaping @Sendable (ManualClock) throws -> Void
    ) async throws -> [String] {
        let clock = try ManualClock(start)
        let zone = try #require(TimeZone(identifier: zone))
        let schedule = try #require(NightlySchedule("02:15", zone: zone))
        let service = NightlyService(
            run: registry.run(), schedule: schedule, logger: registry.logger,
            now: { clock.now },
            sleep: { duration in
                try clock.sleep(duration, limit: wakes)
                try onSleep(clock)
            })
        try await service.run()
        return try await registry.run().history(limit: 100).map { "\($0.on)" }.reversed()
    }

    @Test func aFreshRegistryWaitsForItsFirstNight() async throws {
        try await TestRegistry.with { registry in
            let dates = try await follow(
                registry, from: "2026-03-27T10:00:00Z", wakes: 1_500, onSleep: { _ in })
            // 1,500 wakes of two minutes are two days.
            #expect(dates == ["2026-03-28", "2026-03-29"])
        }
    }

    @Test func missedDatesAreCaughtUpAtStartUpToTheLatestNight() async throws {
        try await TestRegistry.with { registry in
            _ = try await registry.run().run(on: day("2026-03-25"))
            let before = try await follow(
                registry, from: "2026-03-28T02:14:00Z", wakes: 1, onSleep: { _ in })
            #expect(before == ["2026-03-25", "2026-03-26", "2026-03-27"])
            let after = try await follow(
                registry, from: "2026-03-28T02:15:00Z", wakes: 1, onSleep: { _ in })
            #expect(after.last == "2026-03-28")
        }
    }

    /// A run that was begun by hand before its night and killed: its night goes on with it.
    @Test func aDateThatWasBegunEarlyWaitsForItsNight() async throws {
        try await TestRegistry.with { registry in
            try await registry.execute("INSERT INTO expiry_run (on_date) VALUES ('2026-03-28')")
            let before = try await follow(
                registry, from: "2026-03-28T01:00:00Z", wakes: 1, onSleep: { _ in })
            #expect(before == ["2026-03-28"])
            _ = try await follow(
                registry, from: "2026-03-29T01:15:00Z", wakes: 1, onSleep: { _ in })
            #expect(try await registry.run().history(limit: 9).map(\.items) == [0, 0])
        }
    }

    /// The machine sleeps for two days, then the clock is set back: nothing is skipped or doubled.
    @Test func aClockThatJumpsLosesNoDate() async throws {
        try await TestRegistry.with { registry in
            _ = try await registry.run().run(on: day("2026-10-23"))
            let sleeps = Counter(3)
            let more = Counter(5)
            let dates = try await follow(
                registry, from: "2026-10-23T12:00:00Z", wakes: 10,
                onSleep: { clock in
                    if sleeps.countDown() { try clock.set("2026-10-25T12:00:00Z") }
                    if more.countDown() { try clock.set("2026-10-25T00:30:00Z") }
                })
            #expect(dates == ["2026-10-23", "2026-10-24", "2026-10-25"])
        }
    }

    @Test func aRunThatFailsIsTriedAgain() async throws {
        try await TestRegistry.with { registry in
            _ = try await registry.run().run(on: day("2026-03-25"))
            try await registry.execute("ALTER TABLE nightly_lease RENAME TO hidden")
            let failing = try await follow(
                registry, from: "2026-03-26T12:00:00Z", wakes: 4, onSleep: { _ in })
            #expect(failing == ["2026-03-25"])
            try await registry.execute("ALTER TABLE hidden RENAME TO nightly_lease")
            let dates = try await follow(
                registry, from: "2026-03-26T12:00:00Z", wakes: 1, onSleep: { _ in })
            #expect(dates == ["2026-03-25", "2026-03-26"])
        }
    }
}
