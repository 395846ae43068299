import AdminProtocol
import Registry
import Store

extension LicenceCover: ImportedCommand {
    static let identity = ["licence", "organisation", "from"]

    /// The licence covers the same organisation from the same day on.
    static func known(
        _ rows: [ImportRow<Self>], _ book: ReferenceBook, _ snapshot: Snapshot,
        _ context: Context
    ) async throws -> [KnownRow?] {
        let ids = rows.map { try? book.demand($0.command.arguments.licence) }
        let licences = try await snapshot.licences(Set(ids.compactMap(\.self)).sorted())
        let coverage = Dictionary(
            licences.map { ($0.licence.id, $0.licence.coverage) }, uniquingKeysWith: { $1 })
        return zip(rows, ids).map { row, id in
            let organisation = try? book.demand(row.command.arguments.organisation)
            let span = row.command.span
            let same = id.flatMap { coverage[$0] }?.first {
                $0.organisation == organisation && $0.span.from == span.from
            }
            guard let id, let same else { return nil }
            return KnownRow(span, kept: same.span, as: "\(same.organisation) under \(id)")
        }
    }
}
