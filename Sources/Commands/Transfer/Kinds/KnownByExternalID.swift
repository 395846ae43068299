import AdminProtocol
import Registry
import Store

/// A kind of row that another system's id names, or its number in the registry that it is from.
protocol KnownByExternalID: ImportedCommand {
    associatedtype ID: ExternallyKnown
    static func thing(_ id: ID) -> Thing
}

extension KnownByExternalID {
    static func known(
        _ rows: [ImportRow<Self>], _ book: ReferenceBook, _ snapshot: Snapshot,
        _ context: Context
    ) async throws -> [KnownRow?] {
        let names = rows.map { row in
            row.request.optionalText("id") ?? row.request.optionalText("external-id")
        }
        let named = names.compactMap(\.self)
        let ids: [String: ID] =
            named.isEmpty ? [:] : try await snapshot.ids(external: named)
        let found = names.map { name in name.flatMap { ids[$0] } }
        if ids.isEmpty { return found.map { _ in nil } }
        let lines = try await snapshot.lines(of: ids.values.map(thing), on: context.today)
        return zip(rows, found).map { row, id in
            guard let id, let line = lines[thing(id)] else { return nil }
            let isSame = row.request.agrees(with: line, book, today: context.today)
            return isSame ? .same : .other(id.description)
        }
    }
}
