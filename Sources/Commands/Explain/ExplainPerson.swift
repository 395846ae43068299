import AdminProtocol
import Registry
import Store

struct ExplainPerson: IndexedCommand {
    static let spec = CommandSpec(
        ["explain", "person"],
        "Checks a person and tells by which facts and rules, and what would help or keeps it.",
        arguments: CheckPerson.spec.arguments,
        example: "explain person P-1 programme=CPSMP as=leader")
    static let audience = Set<AccountRole>.insiders

    private let check: CheckPerson
    var freshness: Freshness { check.freshness }

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        check = try CheckPerson(request, today: today)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let facts = try await check.facts(snapshot)
        try await snapshot.demandSeen(.person(facts.record.id))
        let policy = try await snapshot.policy()
        var lines: [DataLine] = []
        for role in check.roles {
            let standing = check.standing(facts, as: role)
            let explanation = StandingExplanation(
                facts.record, in: facts.programme, as: role, on: check.date,
                for: facts.organisation, programmes: facts.programmes, policy: policy
            ).explain(standing)
            lines.append(check.line(facts.record.id, role, standing))
            lines += explanation.lines(showsPeers: snapshot.sight.showsPeers)
        }
        return Reply(lines)
    }
}
