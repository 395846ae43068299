package import Foundation
package import Logging
import Registry
import Store
import ServiceLifecycle

/// Runs the expiry run by itself: at start for the dates that were missed, then every night.
///
/// It asks the clock anew every few minutes, for a clock can be set and a machine can sleep: one
/// long wait would miss its time by as much.
package struct NightlyService: Service {
    private let run: NightlyRun
    private let schedule: NightlySchedule
    private let logger: Logger
    private let now: @Sendable () -> Date
    private let sleep: @Sendable (Duration) async throws -> Void

    /// The longest wait before the clock is asked again.
    static let longestSleep: Duration = .seconds(120)
    /// The first wait after a run that failed; doubled with each failure.
    static let firstBackOff: Duration = .seconds(2)

    package init(
        run: NightlyRun, schedule: NightlySchedule, logger: Logger,
        now: @escaping @Sendable () -> Date = { Date() },
        sleep: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        }
    ) {
        self.run = run
        self.schedule = schedule
        self.logger = logger
        self.now = now
        self.sleep = sleep
    }

    /// Ends with a graceful shutdown, in the middle of a run too: the next one goes on with it.
    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            do {
                try await follow()
            } catch is CancellationError {
                logger.debug("nightly service ends")
            }
        }
    }

    private func follow() async throws {
        var done: CivilDate?
        var isStart = true
        var failures = 0
        while true {
            try Task.checkCancellation()
            let due = CivilDate(at: schedule.latest(upTo: now()), in: schedule.zone)
            if done.map({ $0 < due }) ?? true {
                do {
                    try await catchUp(to: due, isStart: isStart)
                    (done, isStart, failures) = (due, false, 0)
                } catch {
                    try Task.checkCancellation()
                    failures += 1
                    logger.log(
                        level: error as? NightlyError == .busy ? .info : .error,
                        "expiry run did not finish",
                        metadata: ["on": "\(due)", "failures": "\(failures)", "error": "\(error)"])
                }
            }
            try await sleep(failures > 0 ? Self.backOff(after: failures) : untilNext())
        }
    }

    /// At start, a registry without any run has nothing to catch up: its first run waits for the
    /// night (registry contract, "The nightly run", 1). The same where a later date was begun.
    private func catchUp(to due: CivilDate, isStart: Bool) async throws {
        if isStart {
            let latest = try await run.history(limit: 1).first
            guard let latest, latest.on <= due else { return }
        }
        let outcomes = try await run.run(on: due)
        for outcome in outcomes where !outcome.isAlready {
            logger.debug(
                "expiry run by itself",
                metadata: ["on": "\(outcome.on)", "items": "\(outcome.items)"])
        }
    }

    private func untilNext() -> Duration {
        let present = now()
        let wait = schedule.next(after: present).timeIntervalSince(present)
        return min(.seconds(max(0, wait)), Self.longestSleep)
    }

    static func backOff(after failures: Int) -> Duration {
        min(firstBackOff * (1 << min(failures - 1, 16)), longestSleep)
    }
}
