import AdminProtocol
import Registry
import Store

struct CertificationRestore: WriteCommand {
    static let spec = CommandSpec(
        ["certification", "restore"],
        "Takes back the revocation of a certification, as if it had not been.",
        arguments: CertificationArguments.specs + [.whyCorrected],
        isWrite: true, changesExisting: true,
        example: "certification restore person=P-1 programme=CPSMP role=leader "
            + "reason=\"another person was meant\"")

    private let arguments: CertificationArguments

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try CertificationArguments(request)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws
        -> CertificationFacts
    {
        try await arguments.facts(transaction, context)
    }

    func target(_ facts: CertificationFacts) -> (thing: Thing, version: Int)? { facts.target }

    func decide(_ facts: CertificationFacts, _ context: Context) throws(Refusal) -> Decision {
        guard let revoked = facts.row.revokedOn else {
            throw .conflict("\(facts.row.id) is not revoked: reinstate ends a suspension")
        }
        return Decision(
            .revokeCertification(facts.place, on: nil), touched: facts.touched(from: revoked))
    }
}
