import AdminProtocol
import Registry
import Store

struct CertificationReinstate: WriteCommand {
    static let spec = CommandSpec(
        ["certification", "reinstate"], "Ends a suspension of a certification.",
        arguments: CertificationArguments.specs + [
            ArgumentSpec("from", .date, "the first day on which it holds again (today)")
        ],
        isWrite: true, changesExisting: true,
        example: "certification reinstate person=P-1 programme=CPSMP role=leader")

    private let arguments: CertificationArguments
    private let from: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try CertificationArguments(request)
        from = try request.optionalDate("from", today: today) ?? today
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws
        -> CertificationFacts
    {
        try await arguments.facts(transaction, context)
    }

    func target(_ facts: CertificationFacts) -> (thing: Thing, version: Int)? { facts.target }

    func decide(_ facts: CertificationFacts, _ context: Context) throws(Refusal) -> Decision {
        let id = facts.row.id
        guard let suspension = facts.suspensions.ended(from: from) else {
            throw .conflict("\(id) is not suspended on \(from)")
        }
        return Decision(
            .reinstateCertification(facts.place, suspension, from: from),
            touched: facts.touched(from: from))
    }
}
