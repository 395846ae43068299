import AdminProtocol
import Registry
import Store

struct CertificationSuspend: WriteCommand {
    static let spec = CommandSpec(
        ["certification", "suspend"],
        "Suspends a certification: the person may not act in the role on those days.",
        arguments: CertificationArguments.specs + [
            ArgumentSpec("from", .date, "the first day of the suspension (today)"),
            ArgumentSpec("until", .date, "its last day, if that is known (until reinstated)"),
        ],
        isWrite: true, changesExisting: true,
        example: "certification suspend person=P-1 programme=CPSMP role=leader from=2026-03-01")

    let arguments: CertificationArguments
    let span: DateSpan

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try CertificationArguments(request)
        span = DateSpan(
            from: try request.optionalDate("from", today: today) ?? today,
            until: try request.optionalDate("until", today: today))
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws
        -> CertificationFacts
    {
        try await arguments.facts(transaction, context)
    }

    func target(_ facts: CertificationFacts) -> (thing: Thing, version: Int)? { facts.target }

    func decide(_ facts: CertificationFacts, _ context: Context) throws(Refusal) -> Decision {
        try facts.suspensions.demandRoom(
            for: span, of: facts.row.id.description, revokedOn: facts.row.revokedOn)
        return Decision(
            .suspendCertification(facts.place, span), touched: facts.touched(from: span.from))
    }
}
