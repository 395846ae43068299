import AdminProtocol
import Registry
import Store
import Synchronization

/// Tells every event as it is committed, in order and without gap, over all daemons.
struct EventWatch: SessionCommand {
    static let spec = CommandSpec(
        ["event", "watch"], "Tells every event as it comes, until you send a line.",
        arguments: arguments, example: "event watch from=E-1 wait=0")
    static let audience = Set<AccountRole>.readers

    static let arguments = [
        ArgumentSpec(
            "from", .event, "the first one wanted (what comes after the newest there is)"),
        ArgumentSpec(
            "wait", .integer(0...86_400),
            "end when so many seconds passed without an event (never)"),
    ]

    private let from: Int64?
    private let patience: Duration?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        from = try request.optionalEvent("from")?.number
        patience = try request.optionalInteger("wait").map { .seconds($0) }
    }

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        let store = surroundings.store
        let start = try await start(store, context)
        let told = Mutex(start)
        try await context.inbound.untilNextLine {
            try await follow(surroundings, after: start, context) { event in
                try await context.send(event.line)
                told.withLock { $0 = event.id.number }
            }
        }
        let next = EventID(told.withLock(\.self) + 1)
        return Reply(final: .ok([Field("next", .word("\(next)"))]))
    }

    /// After which event to begin. Who asks for one that is not there yet knew another registry,
    /// one before a restore; who is too far behind reads faster anew.
    private func start(_ store: Store, _ context: Context) async throws -> Int64 {
        let newest = try await store.newestEvent()
        var start = from.map { $0 - 1 } ?? newest
        if start > newest || newest - start > EventLimits.mostBehind {
            var line = DataLine("resync")
            line.add("newest", word: newest > 0 ? EventID(newest) : nil)
            try await context.send(line)
            start = newest
        }
        var line = DataLine("watching")
        line.add("next", word: EventID(start + 1))
        try await context.send(line)
        return start
    }

    private func follow(
        _ surroundings: Surroundings, after start: Int64, _ context: Context,
        tell: (EventRow) async throws -> Void
    ) async throws {
        var follower = EventFollower(after: start)
        var last = ContinuousClock.now
        while true {
            let sight = try await sight(surroundings, context)
            let events = try await surroundings.store.next(
                for: &follower, limit: EventLimits.inPage, as: sight)
            for event in events {
                try Task.checkCancellation()
                try await tell(event)
            }
            if !events.isEmpty { last = .now }
            if events.count == EventLimits.inPage { continue }
            // What may still come before an event that is there is no silence.
            if let patience, !follower.isHeldUp, last + patience <= .now { return }
            try await Task.sleep(for: EventLimits.watching)
        }
    }

    /// What the account sees now: a watch may go on for days, a right may be taken away meanwhile.
    private func sight(_ surroundings: Surroundings, _ context: Context) async throws -> Sight {
        let account = try await surroundings.current(context.account)
        guard account.belongs(to: Self.audience) else {
            throw Refusal.no(
                .authRequired, message: "what this log-in may see was taken away: log in anew")
        }
        return account.sight(on: surroundings.today())
    }
}

/// `watch`, for short.
struct Watch: SessionCommand {
    static let spec = CommandSpec(
        ["watch"], "The same as event watch.", arguments: EventWatch.arguments,
        example: "watch from=E-1 wait=0")
    static let audience = EventWatch.audience

    private let watch: EventWatch

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        watch = try EventWatch(request, today: today)
    }

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        try await watch.answer(surroundings, context)
    }
}
