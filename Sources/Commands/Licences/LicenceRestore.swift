import AdminProtocol
import Registry
import Store

struct LicenceRestore: WriteCommand {
    static let spec = CommandSpec(
        ["licence", "restore"],
        "Takes back the revocation of a licence, as if it had not been.",
        arguments: [LicenceArguments.subject, .whyCorrected],
        isWrite: true, changesExisting: true,
        example: "licence restore L-1 reason=\"the fees were paid\"")

    struct Facts: Sendable {
        var kept: LicenceFacts
        var licensing: LicenceGrant.Facts
    }

    private let licence: Reference<LicenceID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        licence = try request.id("licence")
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let kept = try await transaction.keep(licence)
        let licensing = try await transaction.snapshot.licensing(
            kept.licence.holder, kept.licence.scope)
        return Facts(kept: kept, licensing: licensing)
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? { facts.kept.target }

    /// What was granted in its place meanwhile stands in its way, as it would for a new licence.
    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        let licence = facts.kept.licence
        guard let revoked = licence.revokedOn else {
            throw .conflict("\(licence.id) is not revoked: reinstate ends a suspension")
        }
        let judgement = LicenceRequest(
            holder: licence.holder, type: licence.type, scope: licence.scope,
            language: licence.language, from: licence.term.from, until: licence.term.until
        ).judge(
            programmes: facts.licensing.programmes, existing: facts.licensing.existing,
            policy: facts.licensing.policy)
        if !judgement.isAllowed { throw .rules(judgement.reasons) }
        return Decision(
            .revokeLicence(licence.id, on: nil), warnings: judgement.warnings,
            touched: Touched(licence: licence, from: revoked))
    }
}
