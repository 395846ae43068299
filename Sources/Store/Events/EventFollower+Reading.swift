import Registry
import Postgres
import Schema

extension Store {
    /// The next events for the follower, at most `limit`; none where there are none yet or one
    /// before them is still under way. Of them is told what the reader may know.
    package func next(
        for follower: inout EventFollower, limit: Int, as sight: Sight = .all
    ) async throws -> [EventRow] {
        let position = follower.position
        let visible = try await read { snapshot in
            try await snapshot.rows(SQL.eventSerials, position, limit).map { row in
                (
                    serial: try row.decode(0, as: Int64.self),
                    horizon: try row.decode(1, as: Int64.self)
                )
            }
        }
        guard let last = visible.last else { return [] }
        let passed = follower.pass(visible.map(\.serial), horizon: last.horizon)
        if passed < visible.count, follower.needsBarrier(before: visible[passed].serial) {
            follower.setBarrier(at: try await transactionNumber(), seen: last.serial)
        }
        guard passed > 0 else { return [] }
        let ids = visible.prefix(passed).map { EventID($0.serial) }
        return try await read(as: sight) { try await $0.events(ids) }
    }

    /// The serial of the newest event, 0 where there is none.
    package func newestEvent() async throws -> Int64 {
        try await read { snapshot in
            try await snapshot.rows(SQL.eventNewest).first?.decode(0, as: Int64.self) ?? 0
        }
    }

    /// The number of a transaction that begins now and has ended when this returns.
    package func transactionNumber() async throws -> Int64 {
        try await write { transaction in
            let row = try await transaction.snapshot.rows(SQL.transactionNumber).first
            guard let number = try row?.decode(0, as: Int64.self) else {
                throw StoreError.unreadable("transaction's number")
            }
            return .commit(number)
        }
    }
}
