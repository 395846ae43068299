internal import Synchronization

/// Who is in: counts the sessions of all listeners, refuses the one too many, and reaches all of
/// them when the server stops.
///
/// One lock decides, so the count is exact however many arrive at once, and no session slips in
/// between the call to stop and the end.
final class SessionLedger: Sendable {
    /// What becomes of a new connection.
    enum Admission: Sendable, Equatable {
        case admitted
        case full
        case stopping
    }

    private struct State {
        var live: [UInt64: SessionControl] = [:]
        var lastNumber: UInt64 = 0
        var lingering = 0
        var isStopping = false
    }

    private let maxSessions: Int
    private let maxLingering: Int
    private let state = Mutex(State())

    init(limits: ServerLimits) {
        maxSessions = limits.maxSessions
        maxLingering = limits.maxLingering
    }

    /// How many sessions are open.
    var count: Int { state.withLock { $0.live.count } }

    /// Whether the server has been told to stop.
    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// A number for the next connection, from 1.
    func nextNumber() -> UInt64 {
        state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
    }

    /// Lets a session in, or says why not.
    func admit(_ session: SessionControl) -> Admission {
        state.withLock { state in
            if state.isStopping { return .stopping }
            guard state.live.count < maxSessions else { return .full }
            state.live[session.number] = session
            return .admitted
        }
    }

    /// A session has said its last word. Telling it twice does no harm.
    func release(_ session: SessionControl) {
        state.withLock { state in _ = state.live.removeValue(forKey: session.number) }
    }

    /// Tells every session to end, and lets none in from now on.
    func stopAll() {
        let sessions = state.withLock { state in
            state.isStopping = true
            return Array(state.live.values)
        }
        for session in sessions { session.stop(.shutdown) }
    }

    /// Whether one more connection may linger. Each yes is given back by `endLinger`.
    func beginLinger() -> Bool {
        state.withLock { state in
            guard state.lingering < maxLingering else { return false }
            state.lingering += 1
            return true
        }
    }

    func endLinger() {
        state.withLock { $0.lingering -= 1 }
    }
}
