import AdminProtocol
import Registry
import Store

struct OrganisationClose: WriteCommand {
    static let spec = CommandSpec(
        ["organisation", "close"],
        "Closes an organisation: from that day on it may neither offer nor train.",
        arguments: [
            OrganisationArguments.subject,
            ArgumentSpec("on", .date, "the first day on which it is closed (today)"),
        ],
        isWrite: true, changesExisting: true, example: "organisation close O-1 on=2026-12-31")

    private let organisation: Reference<OrganisationID>
    private let date: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        organisation = try request.id("organisation")
        date = try request.optionalDate("on", today: today) ?? today
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> OrganisationRow
    {
        try await transaction.keep(organisation)
    }

    func target(_ row: OrganisationRow) -> (thing: Thing, version: Int)? {
        (.organisation(row.id), row.version)
    }

    func decide(_ row: OrganisationRow, _ context: Context) throws(Refusal) -> Decision {
        if let closed = row.closedOn {
            throw .conflict(
                "\(row.id) is closed already, since \(closed)", [Field("closed-on", .date(closed))])
        }
        var touched = Touched(from: date)
        touched.hosts = [row.id]
        return Decision(.closeOrganisation(row.id, on: date), touched: touched)
    }
}

extension WriteTransaction {
    /// The organisation, kept for a change of it.
    func keep(_ reference: Reference<OrganisationID>) async throws -> OrganisationRow {
        let id = try await snapshot.resolve(reference)
        _ = try await lock([id]).demand(id)
        return try await snapshot.organisations([id]).first.demand(id)
    }
}
