import AdminProtocol
import Registry
import Store

struct Doctor: SessionCommand {
    static let spec = CommandSpec(
        ["doctor"], "Looks through the whole database for what should not be; changes nothing.",
        arguments: [
            ArgumentSpec(
                "invariant", .choice(Invariant.allCases.map(\.rawValue)), isSubject: true,
                "look for what breaks this one only (all)")
        ],
        example: "doctor")
    static let audience: Set<AccountRole> = [.administrator, .operator]

    private let invariants: [Invariant]

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        let one: Invariant? = try request.optionalChoice("invariant")
        invariants = one.map { [$0] } ?? Invariant.allCases
    }

    /// All of it is of one moment. Not tried again where the connection is lost: what was found is
    /// told as it is found.
    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        let count = try await surroundings.store.readOnce { snapshot in
            var count = 0
            for invariant in invariants { count += try await look(invariant, snapshot, context) }
            return count
        }
        return Reply(
            final: .ok([
                Field("sound", .boolean(count == 0)), Field("breaches", .integer(count)),
            ]))
    }

    /// Tells what breaks the invariant; gives how many breaches were named.
    private func look(
        _ invariant: Invariant, _ snapshot: Snapshot, _ context: Context
    ) async throws -> Int {
        try Task.checkCancellation()
        let found = try await snapshot.breaches(of: invariant, limit: DoctorLimits.named + 1) {
            var line = DataLine("progress")
            line.add("invariant", word: invariant.rawValue)
            line.add("people", integer: $0)
            try await context.send(line)
        }
        let named = found.prefix(DoctorLimits.named)
        for breach in named { try await context.send(breach.line) }
        var line = DataLine("checked")
        line.add("invariant", word: invariant.rawValue)
        line.add("breaches", integer: named.count)
        if found.count > named.count { line.add("more", boolean: true) }
        try await context.send(line)
        return named.count
    }
}

extension Breach {
    fileprivate var line: DataLine {
        var line = DataLine("breach")
        line.add("invariant", word: invariant.rawValue)
        line.add("about", word: about)
        line.add("detail", text: detail)
        return line
    }
}
