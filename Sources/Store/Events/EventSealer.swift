import Postgres
import Schema

/// Seals what was recorded, block after block, in the order of the serials.
///
/// One seals at a time over all daemons, by a lock of the transaction; the block's number, which is
/// unique, holds it even against a hand.
package actor EventSealer {
    private let store: Store
    private let most: Int
    /// Where the last block ends, with what is known of serials that are missing after it.
    private var follower = EventFollower()

    /// The advisory lock's key: "sealing" in ASCII.
    private static let lock: Int64 = 0x73_6561_6C69_6E67

    /// - Parameter most: events in one block.
    package init(_ store: Store, inBlock most: Int = EventLimits.inBlock) {
        self.store = store
        self.most = most
    }

    /// Seals all that is settled; gives how many events that were. What is still under way, or is
    /// being sealed by another daemon, waits for the next time.
    package func seal() async throws -> Int {
        var sealed = 0
        while true {
            try Task.checkCancellation()
            let attempt = try await attempt()
            sealed += attempt.sealed
            if let serial = attempt.isMissingBefore, let last = attempt.lastSeen {
                guard attempt.follower.needsBarrier(before: serial) else { return sealed }
                follower = attempt.follower
                follower.setBarrier(at: try await store.transactionNumber(), seen: last)
            } else {
                follower = attempt.follower
                if attempt.sealed < most { return sealed }
            }
        }
    }

    private struct Attempt: Sendable {
        var follower: EventFollower
        var sealed = 0
        /// The event that could not be passed, for one before it is missing.
        var isMissingBefore: Int64?
        var lastSeen: Int64?
    }

    /// One block, one transaction.
    private func attempt() async throws -> Attempt {
        let (start, most) = (follower, most)
        return try await store.write { transaction in
            var attempt = Attempt(follower: start)
            let snapshot = transaction.snapshot
            let locked = try await snapshot.rows(SQL.eventSealingLock, Self.lock).first
            guard try locked?.decode(0, as: Bool.self) == true else { return .rollback(attempt) }
            let tail = try await snapshot.sealedTail()
            attempt.follower.move(to: tail.serial)
            let found = try await snapshot.audited(after: tail.serial, limit: most)
            guard let last = found.last else { return .rollback(attempt) }
            let count = attempt.follower.pass(
                found.map(\.event.serial), horizon: last.horizon)
            if count < found.count {
                attempt.isMissingBefore = found[count].event.serial
                attempt.lastSeen = last.event.serial
            }
            guard count > 0 else { return .rollback(attempt) }
            let block = EventBlock(
                sealing: found.prefix(count).map(\.event), number: tail.number + 1,
                after: tail.hash)
            try await transaction.add(block)
            attempt.sealed = count
            return .commit(attempt)
        }
    }
}

extension Snapshot {
    /// Where the sealed part of the log ends.
    func sealedTail() async throws -> (number: Int64, serial: Int64, hash: EventBlock.Hash) {
        guard let row = try await rows(SQL.eventBlockLast).first else {
            return (0, 0, EventBlock.origin)
        }
        var columns = Columns(row)
        return (try columns.value(), try columns.value(), try columns.value())
    }
}

extension WriteTransaction {
    func add(_ block: EventBlock) async throws {
        try await run([
            Query(
                SQL.eventBlockAdd, block.number, block.serials, Array(block.digests.joined()),
                block.lastSerial, block.hash)
        ])
    }
}
