import AdminProtocol
import Registry
import Store

struct OrganisationAdd: WriteCommand {
    static let spec = CommandSpec(
        ["organisation", "add"], "Adds an organisation.",
        arguments: OrganisationArguments.specs(isAmending: false), isWrite: true,
        example: "organisation add name=\"Pain Alliance West\" country=IE")

    let row: OrganisationRow
    let parent: Reference<OrganisationID>?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        var row = OrganisationRow(
            id: try request.keptID(), name: try request.text("name"),
            country: try request.text("country"),
            sector: request.optionalText("sector"),
            timezone: try OrganisationArguments.timezone(request),
            contact: request.optionalText("contact"),
            externalID: request.optionalText("external-id"))
        row.closedOn = try request.optionalDate("closed-on", today: today)
        self.row = row
        parent = try request.optionalID("parent")
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> OrganisationID?
    {
        try await transaction.snapshot.demandFree(
            external: row.externalID, of: OrganisationID.self)
        guard let parent = try await transaction.snapshot.resolve(parent) else { return nil }
        _ = try await transaction.share([parent]).demand(parent)
        return parent
    }

    func decide(_ parent: OrganisationID?, _ context: Context) throws(Refusal) -> Decision {
        var row = row
        row.parent = parent
        return Decision(.addOrganisation(row))
    }
}
