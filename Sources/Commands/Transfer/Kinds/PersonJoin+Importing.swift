import AdminProtocol
import Registry
import Store

extension PersonJoin: ImportedCommand {
    static let identity = ["person", "organisation", "from"]

    /// The same person in the same organisation from the same day on.
    static func known(
        _ rows: [ImportRow<Self>], _ book: ReferenceBook, _ snapshot: Snapshot,
        _ context: Context
    ) async throws -> [KnownRow?] {
        let people = rows.map { try? book.demand($0.command.arguments.person) }
        let affiliations = Dictionary(
            grouping: try await snapshot.affiliations(
                of: Set(people.compactMap(\.self)).sorted()), by: \.person)
        return zip(rows, people).map { row, person in
            let organisation = try? book.demand(row.command.arguments.organisation)
            let span = row.command.span
            let same = person.flatMap { affiliations[$0] }?.first {
                $0.organisation == organisation && $0.span.from == span.from
            }
            return same.map {
                KnownRow(span, kept: $0.span, as: "\($0.person) in \($0.organisation)")
            }
        }
    }

    static func facts(
        ahead rows: ArraySlice<ImportRow<Self>>, _ transaction: WriteTransaction,
        _ context: Context
    ) async throws -> [Result<AffiliationFacts, Refusal>] {
        let book = try await ReferenceBook(of: rows.map(\.request), transaction.snapshot)
        let organisations = try await transaction.share(
            rows.compactMap { try? book.demand($0.command.arguments.organisation) })
        let people = try await transaction.lock(
            rows.compactMap { try? book.demand($0.command.arguments.person) })
        let isErased = try await transaction.lockForFacts(people.keys.sorted())
        let affiliations = Dictionary(
            grouping: try await transaction.snapshot.affiliations(of: people.keys.sorted()),
            by: \.person)
        return rows.map { row in
            Result { () throws(Refusal) -> AffiliationFacts in
                let organisation = try book.demand(row.command.arguments.organisation)
                let person = try book.demand(row.command.arguments.person)
                _ = try organisations.demand(organisation)
                let version = try people.demand(person)
                try isErased.demandLiving(person, context.rules)
                let own = affiliations[person] ?? []
                return AffiliationFacts(
                    person: person, version: version, organisation: organisation,
                    affiliations: own.filter { $0.organisation == organisation })
            }
        }
    }

    static func footprint(_ row: ImportRow<Self>, _ facts: AffiliationFacts?) -> Footprint {
        Footprint(writes: Set(facts.map { ["\($0.person) \($0.organisation)"] } ?? []))
    }
}
