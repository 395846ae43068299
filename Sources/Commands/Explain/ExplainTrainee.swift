import AdminProtocol
import Registry
import Store

struct ExplainTrainee: IndexedCommand {
    static let spec = CommandSpec(
        ["explain", "trainee"],
        "Checks whether a person may attend a training and tells by which facts and rules.",
        arguments: CheckTrainee.spec.arguments,
        example: "explain trainee P-8 programme=CPSMP kind=cross on=2026-03-02")
    static let audience = Set<AccountRole>.insiders

    private let check: CheckTrainee
    var freshness: Freshness { check.freshness }

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        check = try CheckTrainee(request, today: today)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let facts = try await check.facts(snapshot)
        try await snapshot.demandSeen(.person(facts.record.id))
        let request = check.request(facts)
        let judgement = check.judgement(facts)
        let explanation = TraineeExplanation(
            request, record: facts.record, programmes: facts.programmes, policy: facts.policy
        ).explain(judgement)
        return Reply(
            check.lines(facts, judgement) + explanation.lines(showsPeers: snapshot.sight.showsPeers)
        )
    }
}
