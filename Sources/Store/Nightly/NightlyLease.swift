import Postgres
package import Registry
import Schema

/// The lease under which a run writes: one runner at a time over all daemons.
///
/// The lock belongs to the database session and goes with it, so that a runner that died is
/// followed at once. Each holder has its own epoch, which every write checks and keeps from
/// changing until it is committed: a runner that lost its session without knowing writes nothing.
package struct NightlyLease: Sendable {
    let connection: PostgresConnection
    let epoch: Int64

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
    static func count(in result: ResultSet) throws -> Int {
        guard let row = result.first, try row.decode(0, as: Bool.self) else {
            throw NightlyError.leaseLost
        }
        return try row.decode(1, as: Int.self)
    }
}
