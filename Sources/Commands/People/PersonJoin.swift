import AdminProtocol
import Registry
import Store

struct PersonJoin: WriteCommand {
    static let spec = CommandSpec(
        ["person", "join"], "Records that a person belongs to an organisation.",
        arguments: AffiliationArguments.specs + [
            ArgumentSpec("from", .date, "the first day (today)"),
            ArgumentSpec("until", .date, "the last day (open)"),
        ],
        isWrite: true, changesExisting: true,
        example: "person join P-1 organisation=O-1 from=2026-01-01")
    static let audience: Set<AccountRole> = [.coordinator, .administrator]

    let arguments: AffiliationArguments
    let span: DateSpan

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try AffiliationArguments(request)
        span = DateSpan(
            from: try request.optionalDate("from", today: today) ?? today,
            until: try request.optionalDate("until", today: today))
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws
        -> AffiliationFacts
    {
        let facts = try await arguments.facts(transaction)
        try await transaction.lockForNewFacts([facts.person])
        return facts
    }

    func target(_ facts: AffiliationFacts) -> (thing: Thing, version: Int)? { facts.target }

    func reach(_ facts: AffiliationFacts) -> Reach? { facts.reach }

    func decide(_ facts: AffiliationFacts, _ context: Context) throws(Refusal) -> Decision {
        if span.isEmpty { throw .rules([.datesInvalid(span)]) }
        if let other = facts.affiliations.first(where: { $0.span.overlaps(span) }) {
            throw .conflict(
                "\(facts.person) belongs to \(facts.organisation) already, \(other.span.text): "
                    + "end that first, or choose other days")
        }
        return Decision(.join(facts.person, facts.organisation, span))
    }
}
