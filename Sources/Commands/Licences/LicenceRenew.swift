import AdminProtocol
import Registry
import Store

struct LicenceRenew: WriteCommand {
    static let spec = CommandSpec(
        ["licence", "renew"],
        "Renews a licence: a new one like it, from the day after the old one's last.",
        arguments: [
            LicenceArguments.subject,
            ArgumentSpec("from", .date, "a later first day; the gap stays visible"),
            ArgumentSpec("until", .date, "its last day (36 months after the first)"),
        ] + LicenceArguments.allowances + [
            ArgumentSpec("external-id", .externalID, "the new one's external id")
        ],
        isWrite: true, changesExisting: true, example: "licence renew L-1")

    struct Facts: Sendable {
        var old: LicenceFacts
        var licensing: LicenceGrant.Facts
    }

    private let licence: Reference<LicenceID>
    private let from: CivilDate?
    private let until: CivilDate?
    private let workshops: Int?
    private let trainings: Int?
    private let externalID: String?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        licence = try request.id("licence")
        from = try request.optionalDate("from", today: today)
        until = try request.optionalDate("until", today: today)
        workshops = try request.optionalInteger("workshops-per-year")
        trainings = try request.optionalInteger("trainings-per-year")
        externalID = request.optionalText("external-id")
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let old = try await transaction.keep(licence)
        try await transaction.snapshot.demandFree(external: externalID, of: LicenceID.self)
        let licensing = try await transaction.snapshot.licensing(
            old.licence.holder, old.licence.scope)
        return Facts(old: old, licensing: licensing)
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? { facts.old.target }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        let old = facts.old.licence
        let wanted = LicenceRequest.renewal(
            of: old, from: from, until: until, policy: facts.licensing.policy)
        guard let wanted else { throw .conflict("\(old.id) has no end to be renewed from") }
        if let revoked = old.revokedOn {
            throw .conflict("\(old.id) was revoked on \(revoked): grant a new licence")
        }
        let judgement = wanted.judge(
            programmes: facts.licensing.programmes, existing: facts.licensing.existing,
            policy: facts.licensing.policy)
        if !judgement.isAllowed { throw .rules(judgement.reasons) }
        var row = LicenceRow(wanted)
        row.renewalOf = old.id
        row.externalID = externalID
        row.licence.workshopsPerYear = workshops ?? old.workshopsPerYear
        row.licence.trainingsPerYear = trainings ?? old.trainingsPerYear
        row.licence.coverage = old.coverageCarried(to: wanted.term.from)
        return Decision(.grantLicence(row), warnings: judgement.warnings)
    }
}
