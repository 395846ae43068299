import Postgres
package import Registry
import Schema

/// Verdicts, which are judged here and not searched by a statement.
extension NightlyLease {
    /// Pairs whose verdicts on `date` may differ from those of the finished date before it, which
    /// is nil for the first run: at most `limit`, those after `pair`.
    package func verdictCandidates(
        on date: CivilDate, from earlier: CivilDate?, after pair: VerdictPair?, limit: Int
    ) async throws -> [VerdictPair] {
        try await connection.transaction(statementLimit: Patience.longest) { transaction in
            .commit(
                try await Snapshot(transaction).verdictCandidates(
                    from: earlier ?? .first, to: date, after: pair, limit: limit))
        }
    }

    /// Judges these pairs on `date`, and records what differs from what the latest run left.
    ///
    /// What is written after they were looked for is judged with them, or by the next run: it has
    /// an event after the beginning of this one.
    ///
    /// - Parameters:
    ///   - earlier: the finished date before; nil for the first run, which has nothing to tell
    ///     and only learns every verdict there is.
    ///   - isLatest: false for a run of the past behind finished dates: what the latest run left
    ///     then says nothing of `earlier`, so both days are judged, and nothing is left.
    package func recordVerdicts(
        of pairs: [VerdictPair], on date: CivilDate, from earlier: CivilDate?,
        isLatest: Bool = true
    ) async throws {
        try await connection.transaction(
            .repeatableRead, statementLimit: Patience.longest
        ) { transaction in
            let snapshot = Snapshot(transaction)
            var judged = JudgedPairs()
            if isLatest {
                judged = try await snapshot.judgeAgainstKnown(pairs, from: earlier, to: date)
            } else if let earlier {
                judged.changes = try await snapshot.verdictChanges(
                    of: pairs, from: earlier, to: date)
            }
            try await write(judged, on: date, in: transaction)
            return .commit(())
        }
    }

    private func write(
        _ judged: JudgedPairs, on date: CivilDate, in transaction: PostgresTransaction
    ) async throws {
        if !judged.changes.isEmpty {
            _ = try Self.count(
                in: try await transaction.query(
                    FindingFamily.verdicts.recording(
                        on: date, epoch: epoch, limit: judged.changes.count,
                        changes: judged.changes)))
        }
        guard !judged.verdicts.isEmpty else { return }
        _ = try Self.count(
            in: try await transaction.query(
                Query(
                    SQL.nightlyKnow, epoch, judged.verdicts.map(\.pair.organisation.number),
                    judged.verdicts.map(\.pair.programme.text),
                    judged.verdicts.map(\.verdict.mayOffer),
                    judged.verdicts.map(\.verdict.mayTrain))))
    }
}
