import Postgres
package import Registry
import Schema

/// The lease under which a run writes: one runner at a time over all daemons.
///
/// The lock belongs to the database session and goes with it, so that a runner that died is
/// followed at once. Each holder has its own epoch, which every write checks and keeps from
/// changing until it is committed: a runner that lost its session without knowing writes nothing.
package struct NightlyLease: Sendable {
    private let connection: PostgresConnection
    private let epoch: Int64

    /// The advisory lock's key: "nightly" in ASCII.
    private static let lock: Int64 = 0x6E_6967_6874_6C79

    /// Takes the lease on this connection; nil where another holds it.
    init?(on connection: PostgresConnection, holder: String) async throws {
        let row = try await connection.query(Query(SQL.nightlyLeaseLock, Self.lock)).first
        guard try row?.decode(0, as: Bool.self) == true else { return nil }
        _ = try await connection.query(
            Query(SQL.nightlySession, "\(Patience.longest.milliseconds)"))
        let taken = try await connection.query(Query(SQL.nightlyLeaseTake, holder)).first
        guard let epoch = try taken?.decode(0, as: Int64.self) else {
            throw StoreError.unreadable("lease")
        }
        self.connection = connection
        self.epoch = epoch
    }

    func release() async throws {
        _ = try await connection.query(Query(SQL.nightlyLeaseUnlock, Self.lock))
    }

    /// How far the runs are.
    package func runs(around date: CivilDate) async throws -> RunsAround {
        try await connection.transaction(statementLimit: Patience.longest) { transaction in
            .commit(try await Snapshot(transaction).runs(around: date))
        }
    }

    /// Begins the run of `date`, or goes on with it.
    package func begin(_ date: CivilDate) async throws {
        _ = try await write(Query(SQL.nightlyBegin, date.postgres, epoch))
    }

    /// Records at most `limit` findings that are not recorded yet; gives how many.
    package func record(
        _ family: FindingFamily, on date: CivilDate, limit: Int
    ) async throws -> Int {
        try await write(family.recording(on: date, epoch: epoch, limit: limit))
    }

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

    /// Withdraws at most `limit` notices that have become moot; gives how many.
    package func withdraw(on date: CivilDate, limit: Int) async throws -> Int {
        try await write(Query(SQL.nightlyWithdraw, date.postgres, epoch, limit))
    }

    /// Opens at most `limit` notices again that were withdrawn and whose end is one again; gives
    /// how many.
    package func rearm(on date: CivilDate, limit: Int) async throws -> Int {
        try await write(Query(SQL.nightlyRearm, date.postgres, epoch, limit))
    }

    /// Marks `date` as run and lays down who is to be told; gives how many notices it announced.
    package func finish(
        _ date: CivilDate, telling: Telling = Telling()
    ) async throws -> Int {
        try await write(
            Query(
                SQL.nightlyFinish, date.postgres, epoch, telling.organisations,
                telling.administrators, telling.hook))
    }

    /// One statement, one transaction.
    private func write(_ query: Query) async throws -> Int {
        let end = Patience.longest + PostgresLimits.answerGrace
        return try Self.count(in: try await connection.query(query, deadline: end))
    }

    /// Reads what every statement under the lease gives: whether it is held, and a count.
    private static func count(in result: ResultSet) throws -> Int {
        guard let row = result.first, try row.decode(0, as: Bool.self) else {
            throw NightlyError.leaseLost
        }
        return try row.decode(1, as: Int.self)
    }
}

extension Store {
    /// Does work under the nightly lease, on a connection of its own that every write of the run
    /// goes over.
    ///
    /// - Throws: `NightlyError.busy` where another runner holds it for longer than `patience`.
    package func withNightlyLease<T: Sendable>(
        holder: String, waitingAtMost patience: Duration,
        _ body: @Sendable @escaping (NightlyLease) async throws -> T
    ) async throws -> T {
        let end = ContinuousClock.now + patience
        while true {
            if let result = try await holdingLease(holder, body) { return result }
            guard ContinuousClock.now < end else { throw NightlyError.busy }
            // Who waits keeps no connection from others.
            try await Task.sleep(for: NightlyLimits.leasePoll)
        }
    }

    /// nil where another holds the lease.
    private func holdingLease<T: Sendable>(
        _ holder: String, _ body: @Sendable (NightlyLease) async throws -> T
    ) async throws -> T? {
        try await pool.withConnection { connection in
            do {
                guard let lease = try await NightlyLease(on: connection, holder: holder) else {
                    return nil
                }
                let result = try await body(lease)
                try await lease.release()
                // Its settings are the run's.
                await connection.close()
                return result
            } catch {
                // The session may hold the lock, or be what was lost: it must not be used again.
                await connection.close()
                throw error
            }
        }
    }
}
