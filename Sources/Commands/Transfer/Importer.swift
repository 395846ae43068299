import AdminProtocol
import Registry
import Store

/// Stores rows of one kind: judged in their order, and together as far as none rests on another.
struct Importer<C: ImportedCommand>: Sendable {
    /// The import's own request.
    let context: Context

    /// What became of each row, in their order. Everything is done in the transaction.
    func store(
        _ rows: [ImportRow<C>], _ transaction: WriteTransaction
    ) async throws -> [RowOutcome] {
        let book = try await self.book(of: rows, transaction)
        var outcomes: [RowOutcome] = []
        var rest = rows[...]
        while !rest.isEmpty {
            let pass = Array(distinct(rest, book))
            // What these name may be what the rows before them left.
            let current = outcomes.isEmpty ? book : try await self.book(of: pass, transaction)
            outcomes += try await store(distinct: pass, current, transaction)
            rest = rest.dropFirst(pass.count)
        }
        return outcomes
    }

    private func book(
        of rows: [ImportRow<C>], _ transaction: WriteTransaction
    ) async throws -> ReferenceBook {
        try await ReferenceBook(
            of: rows.map(\.request), transaction.snapshot, followsMerges: C.followsMerges)
    }

    /// The rows up to the first that has the identity of one before it: that one is to find what
    /// the other left.
    private func distinct(
        _ rows: ArraySlice<ImportRow<C>>, _ book: ReferenceBook
    ) -> ArraySlice<ImportRow<C>> {
        var seen: Set<[[String]?]> = []
        return rows.prefix { row in
            row.identity(book, today: context.today).map { seen.insert($0).inserted } ?? true
        }
    }

    private func store(
        distinct rows: [ImportRow<C>], _ book: ReferenceBook, _ transaction: WriteTransaction
    ) async throws -> [RowOutcome] {
        let known = try await C.known(rows, book, transaction.snapshot, context)
        let new = zip(rows, known).compactMap { row, known in known == nil ? row : nil }
        var outcomes: [RowOutcome] = []
        var rest = new[...]
        while !rest.isEmpty {
            let round = try await store(round: rest, transaction)
            outcomes += round
            rest = rest.dropFirst(round.count)
        }
        var stored = outcomes.makeIterator()
        return known.compactMap { $0?.outcome ?? stored.next() }
    }

    /// Judges and stores as many of the rows as do not rest on one another; at least one.
    private func store(
        round rows: ArraySlice<ImportRow<C>>, _ transaction: WriteTransaction
    ) async throws -> [RowOutcome] {
        let facts = try await C.facts(ahead: rows, transaction, context)
        var touched: Set<String> = []
        var decided: [Result<Decided, Refusal>] = []
        for (row, facts) in zip(rows, facts) {
            let known = try? facts.get()
            let footprint = C.footprint(row, known)
            guard touched.isDisjoint(with: footprint.reads.union(footprint.writes)) else { break }
            touched.formUnion(footprint.writes)
            decided.append(decide(row, facts))
        }
        var things = try await apply(decided.compactMap { try? $0.get() }, transaction)
            .makeIterator()
        return decided.compactMap { result in
            switch result {
            case .failure(let refusal): return .refused(refusal)
            case .success(let decided):
                return things.next().map { .stored($0, asFound: decided.decision.asFound) }
            }
        }
    }

    private struct Decided {
        var decision: Decision
        /// What is changed, nil where something new is made.
        var target: Thing?
    }

    private func decide(
        _ row: ImportRow<C>, _ facts: Result<C.Facts, Refusal>
    ) -> Result<Decided, Refusal> {
        do throws(Refusal) {
            let facts = try facts.get()
            let decision = try row.command.decide(facts, context.of(row.request))
            return .success(
                Decided(decision: decision, target: row.command.target(facts)?.thing))
        } catch {
            return .failure(error)
        }
    }

    /// Applies what was decided and records an event for each.
    private func apply(
        _ decided: [Decided], _ transaction: WriteTransaction
    ) async throws -> [Thing] {
        if decided.isEmpty { return [] }
        let before = try await transaction.snapshot.lines(
            of: decided.compactMap(\.target), on: context.today)
        let changes = decided.map(\.decision.change)
        let things = try await transaction.apply(changes)
        for change in changes {
            _ = try await transaction.recomputeStanding(after: change, on: context.today)
        }
        let after = try await transaction.snapshot.lines(of: things, on: context.today)
        let events = zip(decided, things).map { decided, thing in
            context.event(
                of: thing, from: decided.target.flatMap { before[$0] }, to: after[thing])
        }
        _ = try await transaction.record(events)
        return things
    }
}
