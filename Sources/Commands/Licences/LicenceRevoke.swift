import AdminProtocol
import Registry
import Store

struct LicenceRevoke: WriteCommand {
    static let spec = CommandSpec(
        ["licence", "revoke"], "Revokes a licence for good: from that day on it serves nobody.",
        arguments: [
            LicenceArguments.subject,
            ArgumentSpec("from", .date, "the first day on which it is revoked (today)"),
        ],
        isWrite: true, changesExisting: true, example: "licence revoke L-1 reason=\"fees unpaid\"")

    private let licence: Reference<LicenceID>
    private let date: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        licence = try request.id("licence")
        date = try request.optionalDate("from", today: today) ?? today
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> LicenceFacts {
        try await transaction.keep(licence)
    }

    func target(_ facts: LicenceFacts) -> (thing: Thing, version: Int)? { facts.target }

    func decide(_ facts: LicenceFacts, _ context: Context) throws(Refusal) -> Decision {
        let licence = facts.licence
        if let revoked = licence.revokedOn {
            throw .conflict("\(licence.id) was revoked already, on \(revoked)")
        }
        return Decision(
            .revokeLicence(licence.id, on: date), touched: Touched(licence: licence, from: date))
    }
}
