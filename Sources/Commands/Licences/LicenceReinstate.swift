import AdminProtocol
import Registry
import Store

struct LicenceReinstate: WriteCommand {
    static let spec = CommandSpec(
        ["licence", "reinstate"], "Ends a suspension of a licence.",
        arguments: [
            LicenceArguments.subject,
            ArgumentSpec("from", .date, "the first day on which it serves again (today)"),
        ],
        isWrite: true, changesExisting: true, example: "licence reinstate L-1 from=2026-04-01")

    private let licence: Reference<LicenceID>
    private let from: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        licence = try request.id("licence")
        from = try request.optionalDate("from", today: today) ?? today
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> LicenceFacts {
        try await transaction.keep(licence)
    }

    func target(_ facts: LicenceFacts) -> (thing: Thing, version: Int)? { facts.target }

    func decide(_ facts: LicenceFacts, _ context: Context) throws(Refusal) -> Decision {
        let licence = facts.licence
        guard let suspension = licence.suspensions.ended(from: from) else {
            throw .conflict("\(licence.id) is not suspended on \(from)")
        }
        return Decision(
            .reinstateLicence(licence.id, suspension, from: from),
            touched: Touched(licence: licence, from: from))
    }
}
