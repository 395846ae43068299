import AdminProtocol
import Registry
import Store

struct CertificationRevoke: WriteCommand {
    static let spec = CommandSpec(
        ["certification", "revoke"], "Revokes a certification for good, from a day on.",
        arguments: CertificationArguments.specs + [
            ArgumentSpec("from", .date, "the first day on which it is revoked (today)")
        ],
        isWrite: true, changesExisting: true,
        example: "certification revoke person=P-1 programme=CPSMP role=leader")

    let arguments: CertificationArguments
    let date: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try CertificationArguments(request)
        date = try request.optionalDate("from", today: today) ?? today
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws
        -> CertificationFacts
    {
        try await arguments.facts(transaction, context)
    }

    func target(_ facts: CertificationFacts) -> (thing: Thing, version: Int)? { facts.target }

    func decide(_ facts: CertificationFacts, _ context: Context) throws(Refusal) -> Decision {
        let id = facts.row.id
        if let revoked = facts.row.revokedOn {
            throw .conflict("\(id) was revoked already, on \(revoked)")
        }
        return Decision(
            .revokeCertification(facts.place, on: date), touched: facts.touched(from: date))
    }
}
