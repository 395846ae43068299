import AdminProtocol
import Postgres
import Registry
import Store

/// One import under way.
struct ImportRun<C: ImportedCommand>: Sendable {
    let runner: Runner
    let context: Context
    let file: KeptFile

    private var store: Store { runner.surroundings.store }

    /// Everything in one transaction, which is taken back where a row was refused under
    /// `mode=atomic`, and always where nothing is to be stored.
    func asOne(_ mode: ImportMode) async throws -> Reply {
        // A wrong header is told before anything waits for locks.
        let source = try ImportFile<C>(file, context)
        do {
            return try await store.writeOnce { transaction in
                if let earlier = try await runner.claim(context, transaction) {
                    return .rollback(earlier)
                }
                let transaction = try await prepared(transaction)
                var source = source
                var tally = ImportTally(context)
                while let batch = try source.next() {
                    let judged = try await outcomes(of: batch, transaction)
                    await tally.tell(batch.map(\.line), judged, percent: source.percent)
                }
                return try await end(tally, mode, transaction)
            }
        } catch let error as PostgresError where error.code == .outcomeUnknown {
            return try await runner.outcome(of: context)
        }
    }

    /// Rules are kept from changing and read once, unless the rows change them; a trusted file may
    /// name things by their numbers.
    private func prepared(_ transaction: WriteTransaction) async throws -> WriteTransaction {
        let named = context.rules == .trust ? transaction.namingByNumber() : transaction
        return C.changesRules ? named : try await named.keepingRules()
    }

    private func end(
        _ tally: ImportTally, _ mode: ImportMode, _ transaction: WriteTransaction
    ) async throws -> TransactionEnd<Reply> {
        var tally = tally
        if mode != .bestEffort, let refusal = tally.refusal {
            if mode == .atomic { tally.stored = 0 }
            return .rollback(Reply([tally.summary], final: refusal))
        }
        if mode == .validate || context.request.isDryRun {
            return .rollback(
                Reply([tally.summary], final: .ok([Field("dry-run", .boolean(true))])))
        }
        try await runner.store(
            Reply(tally.kept + [tally.summary]), context, transaction)
        return .commit(Reply([tally.summary]))
    }

    /// A transaction for each batch. Where the import ends early the same file can be sent again:
    /// what is stored is unchanged then.
    func byBatches() async throws -> Reply {
        if let earlier = try await runner.earlier(context) { return earlier }
        var source = try ImportFile<C>(file, context)
        var tally = ImportTally(context)
        while let batch = try source.next() {
            let judged = try await store.write { transaction in
                let prepared = try await prepared(transaction)
                return TransactionEnd.commit(try await outcomes(of: batch, prepared))
            }
            await tally.tell(batch.map(\.line), judged, percent: source.percent)
        }
        let reply = Reply(tally.kept + [tally.summary])
        if context.request.requestToken != nil {
            let earlier: Reply? = try await store.write { transaction in
                if let earlier = try await runner.claim(context, transaction) {
                    return .rollback(earlier)
                }
                try await runner.store(reply, context, transaction)
                return .commit(nil)
            }
            if let earlier { return earlier }
        }
        return Reply([tally.summary])
    }

    /// What becomes of the rows of a batch, in their order.
    private func outcomes(
        of batch: ImportFile<C>.Batch, _ transaction: WriteTransaction
    ) async throws -> [RowOutcome] {
        let rows = batch.compactMap { try? $0.row.get() }
        var stored = try await Importer<C>(context: context).store(rows, transaction)
            .makeIterator()
        return batch.compactMap { entry in
            switch entry.row {
            case .failure(let error): return .refused(.bad(error))
            case .success: return stored.next()
            }
        }
    }
}
