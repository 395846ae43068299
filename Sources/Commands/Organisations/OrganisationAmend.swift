import AdminProtocol
import Registry
import Store

struct OrganisationAmend: WriteCommand {
    static let spec = CommandSpec(
        ["organisation", "amend"],
        "Changes facts of an organisation; name=\"\" clears a field that may be empty.",
        arguments: [OrganisationArguments.subject]
            + OrganisationArguments.specs(isAmending: true),
        isWrite: true, changesExisting: true,
        example: "organisation amend O-1 contact=office@example.org")

    struct Facts: Sendable {
        var row: OrganisationRow
        var parent: OrganisationID?
        /// The parent and what it is part of itself.
        var above: Set<OrganisationID>
    }

    private let organisation: Reference<OrganisationID>
    private let parent: Reference<OrganisationID>?
    private let timezone: String?
    private let request: Request

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        organisation = try request.id("organisation")
        parent = try request.optionalID("parent")
        timezone = try OrganisationArguments.timezone(request)
        self.request = request
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let snapshot = transaction.snapshot
        let id = try await snapshot.resolve(organisation)
        let parentID = try await snapshot.resolve(parent)
        let versions = try await transaction.lock([id] + [parentID].compactMap { $0 })
        _ = try versions.demand(id)
        if let parentID { _ = try versions.demand(parentID) }
        try await snapshot.demandFree(
            external: request.optionalText("external-id"), of: OrganisationID.self, but: id)
        guard let row = try await snapshot.organisations([id]).first else {
            throw Refusal.notFound("organisation", id.description)
        }
        var above: Set<OrganisationID> = []
        if let parentID { above = try await transaction.keepAncestors(of: parentID) }
        return Facts(row: row, parent: parentID, above: above)
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? {
        (.organisation(facts.row.id), facts.row.version)
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        if facts.parent == facts.row.id {
            throw .conflict("an organisation is not part of itself: name another parent")
        }
        if facts.above.contains(facts.row.id), let parent = facts.parent {
            throw .conflict("\(parent) is part of \(facts.row.id): name another parent")
        }
        var row = facts.row
        row.name = request.optionalText("name") ?? row.name
        row.country = request.optionalText("country") ?? row.country
        row.sector = request.amended("sector", from: row.sector)
        row.timezone = request.isGiven("timezone") ? timezone : row.timezone
        row.contact = request.amended("contact", from: row.contact)
        row.externalID = request.amended("external-id", from: row.externalID)
        row.parent = request.isGiven("parent") ? facts.parent : row.parent
        return Decision(.amendOrganisation(row))
    }
}

extension WriteTransaction {
    /// The organisation and those that it is part of, all kept from becoming part of others: of two
    /// changes at once that would close a circle, one waits for the other and sees it.
    fileprivate func keepAncestors(
        of organisation: OrganisationID
    ) async throws -> Set<OrganisationID> {
        var above = Set(try await snapshot.ancestors(of: organisation))
        while true {
            _ = try await share(Array(above))
            let now = Set(try await snapshot.ancestors(of: organisation))
            if now == above { return above }
            above = now
        }
    }
}
