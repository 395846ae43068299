import AdminProtocol
import Registry
import Store

extension PersonAdd: KnownByExternalID {
    static let keptColumns = [
        ArgumentSpec.keptID,
        ArgumentSpec("erased-on", .date, "when all but the number was taken away"),
        ArgumentSpec("merged-into", .id(.person), "who they turned out to be"),
    ]

    /// Only `merged-into` names people, and it says of each mark the next one.
    static let followsMerges = false

    /// Who was erased has no name.
    static let rowSpec = {
        var row = spec
        row.arguments += keptColumns
        for place in row.arguments.indices where row.arguments[place].name == "name" {
            row.arguments[place].isRequired = false
        }
        return row
    }()

    static func thing(_ id: PersonID) -> Thing { .person(id) }

    /// That nobody else has the external id was seen before: such a row is known.
    static func facts(
        ahead rows: ArraySlice<ImportRow<Self>>, _ transaction: WriteTransaction,
        _ context: Context
    ) async throws -> [Result<PersonID?, Refusal>] {
        let book = try await ReferenceBook(
            of: rows.map(\.request), transaction.snapshot, followsMerges: followsMerges)
        let others = rows.compactMap { row in
            row.command.mergedInto.flatMap { try? book.demand($0) }
        }
        let known = try await transaction.hold(others)
        let needsProgrammes = rows.contains { !$0.command.row.peerFor.isEmpty }
        let catalogue = needsProgrammes ? try await transaction.snapshot.programmes() : nil
        return rows.map { row in
            Result { () throws(Refusal) -> PersonID? in
                for code in row.command.row.peerFor { _ = try catalogue?.demand(code) }
                guard let other = row.command.mergedInto else { return nil }
                let id = try book.demand(other)
                _ = try known.demand(id)
                return id
            }
        }
    }

    /// Whom somebody turned out to be may stand in the file before them.
    static func footprint(_ row: ImportRow<Self>, _ facts: PersonID??) -> Footprint {
        let own = [row.command.row.externalID, row.request.optionalText("id")]
        return Footprint(
            reads: Set([row.request.optionalText("merged-into")].compactMap(\.self)),
            writes: Set(own.compactMap { $0.map { "ext:\($0)" } }))
    }
}
