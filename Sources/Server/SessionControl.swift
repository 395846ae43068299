internal import AdminProtocol
internal import NIOCore
internal import Synchronization

/// The handle by which the server and the clock speak to a session from outside its task.
final class SessionControl: Sendable {
    private struct State {
        var stop: StopReason?
        /// Since when no request is under way; nil while one is.
        var waitingSince: NIODeadline? = .now()
        var idleTimer: Scheduled<Void>?
        var isOver = false
    }

    let number: UInt64
    private let channel: any Channel
    private let idle: TimeAmount
    private let state = Mutex(State())

    init(number: UInt64, channel: any Channel, idle: Duration) {
        self.number = number
        self.channel = channel
        self.idle = TimeAmount(idle)
    }

    /// Why the session has to end, if it has to. Looked at before each request.
    var stopReason: StopReason? { state.withLock { $0.stop } }

    /// Tells the session to end once the request under way is answered. The first reason stays.
    func stop(_ reason: StopReason) {
        let isFirst = state.withLock { state in
            defer { state.stop = state.stop ?? reason }
            return state.stop == nil
        }
        if isFirst { wake() }
    }

    /// Lets whoever waits for input look at what has changed.
    func wake() {
        channel.pipeline.fireUserInboundEventTriggered(SessionWake())
    }

    /// A request has begun.
    func works() {
        state.withLock { $0.waitingSince = nil }
    }

    /// No request is at hand. A part of a line is none, so a client cannot stay by dribbling.
    func waits() {
        state.withLock { state in
            if state.waitingSince == nil { state.waitingSince = .now() }
        }
    }

    /// Starts the idle clock. It is looked at when it rings, not set anew for each request.
    func startIdleClock() {
        schedule(in: idle)
    }

    /// The session is over: nothing may keep it any longer.
    func end() {
        let timer = state.withLock { state in
            state.isOver = true
            defer { state.idleTimer = nil }
            return state.idleTimer
        }
        timer?.cancel()
    }

    private func schedule(in time: TimeAmount) {
        let timer = channel.eventLoop.scheduleTask(in: time) { self.checkIdle() }
        let isOver = state.withLock { state in
            if !state.isOver { state.idleTimer = timer }
            return state.isOver
        }
        if isOver { timer.cancel() }
    }

    private func checkIdle() {
        guard let since = state.withLock({ $0.waitingSince }) else { return schedule(in: idle) }
        let left = since + idle - .now()
        if left > .nanoseconds(0) {
            schedule(in: left)
        } else {
            stop(.idle)
        }
    }
}
