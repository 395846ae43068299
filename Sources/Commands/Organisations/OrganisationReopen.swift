import AdminProtocol
import Registry
import Store

struct OrganisationReopen: WriteCommand {
    static let spec = CommandSpec(
        ["organisation", "reopen"],
        "Takes back the closure of an organisation, as if it had not been.",
        arguments: [OrganisationArguments.subject, .whyCorrected],
        isWrite: true, changesExisting: true,
        example: "organisation reopen O-1 reason=\"the wrong one was closed\"")

    private let organisation: Reference<OrganisationID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        organisation = try request.id("organisation")
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> OrganisationRow
    {
        try await transaction.keep(organisation)
    }

    func target(_ row: OrganisationRow) -> (thing: Thing, version: Int)? {
        (.organisation(row.id), row.version)
    }

    func decide(_ row: OrganisationRow, _ context: Context) throws(Refusal) -> Decision {
        guard let closed = row.closedOn else { throw .conflict("\(row.id) is not closed") }
        var touched = Touched(from: closed)
        touched.hosts = [row.id]
        return Decision(.closeOrganisation(row.id, on: nil), touched: touched)
    }
}
