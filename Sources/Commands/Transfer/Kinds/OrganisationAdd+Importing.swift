import AdminProtocol
import Registry
import Store

extension OrganisationAdd: KnownByExternalID {
    static let keptColumns = [
        ArgumentSpec.keptID, ArgumentSpec("closed-on", .date, "since when it is closed"),
    ]

    static func thing(_ id: OrganisationID) -> Thing { .organisation(id) }

    /// That no other has the external id was seen before: such a row is known.
    static func facts(
        ahead rows: ArraySlice<ImportRow<Self>>, _ transaction: WriteTransaction,
        _ context: Context
    ) async throws -> [Result<OrganisationID?, Refusal>] {
        let book = try await ReferenceBook(of: rows.map(\.request), transaction.snapshot)
        let parents = rows.compactMap(\.command.parent).compactMap { try? book.demand($0) }
        let versions = try await transaction.share(parents)
        return rows.map { row in
            Result { () throws(Refusal) -> OrganisationID? in
                guard let parent = row.command.parent else { return nil }
                let id = try book.demand(parent)
                _ = try versions.demand(id)
                return id
            }
        }
    }

    /// A parent may stand in the file, before its parts.
    static func footprint(
        _ row: ImportRow<Self>, _ facts: OrganisationID??
    ) -> Footprint {
        let own = [row.command.row.externalID, row.request.optionalText("id")]
        return Footprint(
            reads: Set([row.request.optionalText("parent")].compactMap(\.self)),
            writes: Set(own.compactMap { $0.map { "ext:\($0)" } }))
    }
}
