import AdminProtocol
import Registry
import Store

struct LicenceSuspend: WriteCommand {
    static let spec = CommandSpec(
        ["licence", "suspend"], "Suspends a licence: it serves nobody on those days.",
        arguments: [
            LicenceArguments.subject,
            ArgumentSpec("from", .date, "the first day of the suspension (today)"),
            ArgumentSpec("until", .date, "its last day, if that is known (until reinstated)"),
        ],
        isWrite: true, changesExisting: true, example: "licence suspend L-1 from=2026-03-01")

    private let licence: Reference<LicenceID>
    private let span: DateSpan

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        licence = try request.id("licence")
        span = DateSpan(
            from: try request.optionalDate("from", today: today) ?? today,
            until: try request.optionalDate("until", today: today))
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> LicenceFacts {
        try await transaction.keep(licence)
    }

    func target(_ facts: LicenceFacts) -> (thing: Thing, version: Int)? { facts.target }

    func decide(_ facts: LicenceFacts, _ context: Context) throws(Refusal) -> Decision {
        let licence = facts.licence
        try licence.suspensions.demandRoom(
            for: span, of: licence.id.description, revokedOn: licence.revokedOn)
        return Decision(
            .suspendLicence(licence.id, span), touched: Touched(licence: licence, from: span.from))
    }
}
