import Synchronization

/// The log-ins of one daemon: what slows guessing, and how many were refused.
package final class LogInAttempts: Sendable {
    private struct State {
        var delays = LogInDelays()
        var refused = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// How many were refused since the daemon began.
    package var refused: Int { state.withLock { $0.refused } }

    /// Counts a try, and waits as long as its answer is to be held back. It holds nothing that
    /// others wait for meanwhile.
    package func begin(_ name: String, from place: String) async throws {
        let delay = state.withLock {
            $0.refused += 1
            return $0.delays.begin(name, from: place, at: .now)
        }
        if delay > .zero { try await Task.sleep(for: delay) }
    }

    /// The try was none that was refused.
    package func succeed(_ name: String, from place: String) {
        state.withLock {
            $0.refused -= 1
            $0.delays.succeed(name, from: place)
        }
    }
}
