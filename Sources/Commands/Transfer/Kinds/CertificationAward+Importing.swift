import AdminProtocol
import Registry
import Store

extension CertificationAward: ImportedCommand {
    static let identity = ["person", "programme", "role", "trained-on"]

    static let keptColumns = [
        ArgumentSpec("state", .choice(["void"]), "where the award was taken back")
    ]

    /// The same person was awarded the same role for a training of the same day.
    static func known(
        _ rows: [ImportRow<Self>], _ book: ReferenceBook, _ snapshot: Snapshot,
        _ context: Context
    ) async throws -> [KnownRow?] {
        let awards = rows.map { row in
            (try? book.demand(row.command.person)).map { row.command.award(to: $0) }
        }
        let known = try await snapshot.awardsKnown(awards.compactMap(\.self))
        var found = known.makeIterator()
        return awards.map { award in
            guard let award, let next = found.next(), let known = next else { return nil }
            if award.isVoid, known.isVoid { return .same }
            guard let evidence = known.evidence else { return nil }
            let isSame = evidence == award.evidence && !award.isVoid
            return isSame ? .same : .other("\(known.certification)")
        }
    }

    static func facts(
        ahead rows: ArraySlice<ImportRow<Self>>, _ transaction: WriteTransaction,
        _ context: Context
    ) async throws -> [Result<Facts, Refusal>] {
        let snapshot = transaction.snapshot
        let book = try await ReferenceBook(of: rows.map(\.request), snapshot)
        let catalogue = try await snapshot.programmes()
        let people = rows.map { try? book.demand($0.command.person) }
        let isErased = try await transaction.lockForFacts(people.compactMap(\.self))
        // Whoever does not exist has no certification: the number stands in for them.
        let known = try await snapshot.awardsKnown(
            zip(rows, people).map { row, person in
                row.command.award(to: person ?? PersonID(0))
            })
        let certifications = try await transaction.lock(known.compactMap { $0?.certification })
        return zip(rows, known).map { row, known in
            Result { () throws(Refusal) -> Facts in
                let person = try book.demand(row.command.person)
                let programme = try catalogue.demand(row.command.programme)
                try isErased.demandLiving(person, context.rules)
                let existing = known.flatMap { known in
                    certifications[known.certification].map { (known.certification, $0) }
                }
                return Facts(
                    person: person, programme: programme, existing: existing,
                    isAwarded: known?.evidence != nil)
            }
        }
    }

    static func footprint(_ row: ImportRow<Self>, _ facts: Facts?) -> Footprint {
        let command = row.command
        return Footprint(
            writes: Set(
                facts.map { ["\($0.person) \(command.programme) \(command.role)"] } ?? []))
    }
}
