/// Follows the event log in the order of its serials, and passes no serial that a transaction
/// still running may fill.
///
/// Serials are given before they are committed, so a missing one is either under way or will never
/// be. A transaction has its number before it takes a serial (a trigger sees to it). So whoever
/// finds a serial missing takes a number of their own, and when every transaction below that number
/// has ended, what is missing still is missing for ever. Comparing an event's own transaction with
/// the oldest running one would not do: the younger of two transactions may take the lower serial
/// and commit last.
///
/// Where nothing is missing nothing is waited for, however long other transactions run.
package struct EventFollower: Sendable, Equatable {
    /// Up to here every serial was passed or will never be.
    package private(set) var position: Int64
    /// Whether there are events that could not be passed yet, when it was tried last.
    package private(set) var isHeldUp = false
    private var barrier: Barrier?

    private struct Barrier: Equatable {
        /// Serials up to this one were given before the barrier was set.
        var serial: Int64
        var transaction: Int64
    }

    package init(after position: Int64 = 0) {
        self.position = position
    }

    /// Passes as many of these as is safe; gives how many.
    ///
    /// - Parameters:
    ///   - serials: what there is after `position`, ascending, from its beginning.
    ///   - horizon: every transaction below this number had ended when they were read.
    package mutating func pass(_ serials: [Int64], horizon: Int64) -> Int {
        var passed = 0
        for serial in serials {
            guard serial == position + 1 || isSettled(below: serial, horizon) else { break }
            position = serial
            passed += 1
        }
        isHeldUp = passed < serials.count
        return passed
    }

    /// Whether a serial is missing before this one that no barrier stands for yet.
    package func needsBarrier(before serial: Int64) -> Bool {
        serial > position + 1 && (barrier.map { $0.serial < serial - 1 } ?? true)
    }

    /// Sets the barrier at the number of a transaction that began after `serial` was seen.
    package mutating func setBarrier(at transaction: Int64, seen serial: Int64) {
        barrier = Barrier(serial: serial, transaction: transaction)
    }

    /// Goes on elsewhere in the log.
    package mutating func move(to position: Int64) {
        self.position = position
    }

    private func isSettled(below serial: Int64, _ horizon: Int64) -> Bool {
        guard let barrier else { return false }
        return serial - 1 <= barrier.serial && barrier.transaction <= horizon
    }
}
