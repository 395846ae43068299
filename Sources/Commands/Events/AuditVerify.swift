import AdminProtocol
import Registry
import Store

struct AuditVerify: ReadCommand {
    static let spec = CommandSpec(
        ["audit", "verify"],
        "Proves that no event was altered, removed or inserted since it was sealed.",
        arguments: [
            ArgumentSpec(
                "head", .form("a head= of an earlier audit: 64 hexadecimal digits"),
                "a head hash that was kept elsewhere: it must still be in the chain")
        ],
        example: "audit verify")
    static let audience = Set<AccountRole>.readers
    static let patience = Patience.long

    private let head: EventBlock.Hash?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        head = try request.optionalText("head").map { text throws(ProtocolError) in
            guard let hash = EventBlock.Hash(hexadecimal: text) else {
                throw request.badValue("head")
            }
            return hash
        }
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        var breaches = 0
        let audit = try await snapshot.audit(head: head) { events in
            var line = DataLine("progress")
            line.add("events", integer: events)
            try await context.send(line)
        } tell: { breach in
            breaches += 1
            if breaches <= EventLimits.breachesNamed { try await context.send(breach.line) }
        }
        if audit.knowsHead == false { breaches += 1 }
        return Reply(
            [audit.line],
            final: .ok([
                Field("intact", .boolean(breaches == 0)), Field("breaches", .integer(breaches)),
            ]))
    }
}
