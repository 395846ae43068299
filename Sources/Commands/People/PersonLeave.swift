import AdminProtocol
import Registry
import Store

struct PersonLeave: WriteCommand {
    static let spec = CommandSpec(
        ["person", "leave"], "Ends a person's time with an organisation.",
        arguments: AffiliationArguments.specs + [
            ArgumentSpec("until", .date, "the last day (today)"),
            ArgumentSpec("from", .date, "in its place: the first day without"),
        ],
        isWrite: true, changesExisting: true,
        example: "person leave P-1 organisation=O-1 until=2026-06-30")
    static let audience: Set<AccountRole> = [.coordinator, .administrator]

    private let arguments: AffiliationArguments
    private let lastDay: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try AffiliationArguments(request)
        lastDay = try request.lastDay(today: today)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws
        -> AffiliationFacts
    {
        try await arguments.facts(transaction)
    }

    func target(_ facts: AffiliationFacts) -> (thing: Thing, version: Int)? { facts.target }

    func reach(_ facts: AffiliationFacts) -> Reach? { facts.reach }

    func decide(_ facts: AffiliationFacts, _ context: Context) throws(Refusal) -> Decision {
        guard let present = facts.affiliations.first(where: { $0.span.contains(lastDay) }) else {
            throw .conflict(
                "\(facts.person) does not belong to \(facts.organisation) on \(lastDay): "
                    + "person show tells when they did")
        }
        // No rule asks where somebody belonged who gave or led a thing: only the organisation's
        // own permission hangs on it.
        var touched = Touched(from: .last)
        touched.organisations = [facts.organisation]
        return Decision(
            .leave(facts.person, affiliation: present.id, until: lastDay), touched: touched)
    }
}
