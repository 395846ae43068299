import AdminProtocol
import Registry
import Store

struct Doctor: SessionCommand {
    static let spec = CommandSpec(
        ["doctor"], "Looks through the whole database for what should not be; changes nothing.",
        arguments: [
            ArgumentSpec(
                "invariant", .choice(Invariant.allCases.map(\.rawValue)), isSubject: true,
                "only this one (all)")
        ],
        example: "doctor")

    /// Breaches that are shown of one invariant; of more it is only said that there are.
    private static let shown = 100
    /// People whose standing is derived at once.
    private static let peopleAtOnce = 1_000
    /// People after whom a line says how far it is.
    private static let peopleToProgress = 50_000

    private let invariants: [Invariant]

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        let one: Invariant? = try request.optionalChoice("invariant")
        invariants = one.map { [$0] } ?? Invariant.allCases
    }

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        var count = 0
        for invariant in invariants {
            try Task.checkCancellation()
            let breaches = try await breaches(of: invariant, surroundings.store, context)
            let shown = breaches.prefix(Self.shown)
            for breach in shown { try await context.send(breach.line) }
            var line = DataLine("checked")
            line.add("invariant", word: invariant.rawValue)
            line.add("breaches", integer: shown.count)
            if breaches.count > shown.count { line.add("more", boolean: true) }
            try await context.send(line)
            count += shown.count
        }
        var summary = DataLine("summary")
        summary.add("invariants", integer: invariants.count)
        summary.add("breaches", integer: count)
        return Reply([summary])
    }

    /// One more than is shown where there are more.
    private func breaches(
        of invariant: Invariant, _ store: Store, _ context: Context
    ) async throws -> [Breach] {
        if invariant == .standingDerived { return try await standingBreaches(store, context) }
        return try await store.read {
            try await $0.breaches(of: invariant, limit: Self.shown + 1)
        }
    }

    private func standingBreaches(
        _ store: Store, _ context: Context
    ) async throws -> [Breach] {
        var breaches: [Breach] = []
        var last: PersonID? = PersonID(0)
        var people = 0
        while let after = last, breaches.count <= Self.shown {
            try Task.checkCancellation()
            let part = try await store.read {
                try await $0.standingBreaches(after: after, limit: Self.peopleAtOnce)
            }
            breaches += part.breaches
            last = part.last
            people += part.people
            if people.isMultiple(of: Self.peopleToProgress), last != nil {
                var line = DataLine("progress")
                line.add("invariant", word: Invariant.standingDerived.rawValue)
                line.add("people", integer: people)
                try await context.send(line)
            }
        }
        return breaches
    }
}

extension Breach {
    fileprivate var line: DataLine {
        var line = DataLine("breach")
        line.add("invariant", word: invariant.rawValue)
        line.add("thing", text: thing)
        line.add("detail", text: detail)
        return line
    }
}
