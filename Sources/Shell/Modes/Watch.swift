/// `licentia watch`: every event as it is committed, for as long as somebody wants to know.
///
/// A lost connection and a daemon that was restarted are no end: it connects again and goes on
/// behind the last event that was told, so that none is missed and none is told twice.
package struct Watch: Sendable {
    /// The pause before the first attempt to connect again; each later one is twice as long.
    package static let firstPause = Duration.milliseconds(500)
    package static let longestPause = Duration.seconds(30)

    private let dialler: Dialler
    private let wantsJSON: Bool
    private let errors: Sink
    private let shortestPause: Duration
    private var request: WatchRequest
    private var printer: ReplyPrinter
    private var hasBegun = false
    /// Whether the connection is lost and that was said.
    private var isAway = false
    private var pause: Duration

    package init(
        _ request: WatchRequest, dialler: Dialler, wantsJSON: Bool, printer: ReplyPrinter,
        errors: Sink, firstPause: Duration = Watch.firstPause
    ) {
        self.request = request
        self.dialler = dialler
        self.wantsJSON = wantsJSON
        self.printer = printer
        self.printer.isLive = true
        self.errors = errors
        shortestPause = firstPause
        pause = firstPause
    }

    /// Watches until the task is cancelled, or the server ends it for good.
    ///
    /// - Throws: where the first connection cannot be made, or the output takes no more.
    package mutating func run() async throws -> ShellStatus {
        while true {
            var reason = "the server ended the watch"
            do {
                let outcome = try await follow()
                if let status = end(outcome) { return status }
                if outcome.status != .ok { reason = outcome.sentence }
            } catch let failure as ShellFailure where hasBegun && failure.isOfConnection {
                reason = "the connection to \(dialler.endpoint) was lost"
            }
            if Task.isCancelled { return .done }
            if !isAway {
                errors.say("\(reason). Connecting again until it is back; Control-C ends.")
            }
            isAway = true
            try? await Task.sleep(for: pause)
            if Task.isCancelled { return .done }
            pause = min(pause * 2, Self.longestPause)
        }
    }

    /// How the watch ends for good; nil where another connection may go on with it.
    private func end(_ outcome: Outcome) -> ShellStatus? {
        let mayGoOn = outcome.endsConversation || outcome["retry"] == "yes"
        let isUnasked = outcome.status == .ok && !request.hasEnd
        if hasBegun, mayGoOn || isUnasked { return nil }
        if outcome.status != .ok, printer.isBare { errors.say(outcome.sentence) }
        return outcome.exitStatus
    }

    /// One connection, to the end of the watch on it.
    private mutating func follow() async throws -> Outcome {
        try await dialler.withConversation { conversation in
            if wantsJSON { try await conversation.speakJSON() }
            let turn = try await conversation.ask(request.line) { try take($0) }
            guard case .final(let outcome) = turn else {
                throw ShellFailure(
                    .cannotConnect, "the server asked for more than a watch can give.")
            }
            return outcome
        }
    }

    private mutating func take(_ line: ReceivedLine) throws {
        switch line.meaning {
        case .data(let row):
            request.hear(row)
            if row.kind == "watching" { begin() }
        case .final(let outcome) where end(outcome) == nil: return
        case .final, .continuation, .unreadable: break
        }
        try printer.take(line)
    }

    private mutating func begin() {
        if isAway { errors.say("connected again; going on from \(request.next ?? "here").") }
        (hasBegun, isAway, pause) = (true, false, shortestPause)
    }
}
