import AdminProtocol
import Registry
import Store

struct ExplainOrganisation: IndexedCommand {
    static let spec = CommandSpec(
        ["explain", "organisation"],
        "Checks an organisation and tells by which facts and rules, and what would help.",
        arguments: CheckOrganisation.spec.arguments,
        example: "explain organisation O-1 programme=CPSMP on=2026-03-03")
    static let audience = Set<AccountRole>.organisers

    private let check: CheckOrganisation
    var freshness: Freshness { check.freshness }

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        check = try CheckOrganisation(request, today: today)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let facts = try await check.facts(snapshot)
        try await snapshot.demandSeen(.organisation(facts.organisation.id))
        let verdict = check.verdict(facts)
        let explanation = OrganisationExplanation(
            organisation: facts.organisation, programme: facts.programme,
            affiliates: facts.affiliates, policy: facts.policy, on: check.date,
            language: check.language
        ).explain(verdict)
        var questions: [RuleCode: [String]] = [:]
        for (question, judgement) in [("offer", verdict.offer), ("train", verdict.train)] {
            for code in Set((judgement.reasons + judgement.warnings).map(\.code)) {
                questions[code, default: []].append(question)
            }
        }
        return Reply(
            check.lines(facts, verdict)
                + explanation.lines(for: questions, showsPeers: snapshot.sight.showsPeers))
    }
}
