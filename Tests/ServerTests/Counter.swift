import Synchronization

@testable import Server

final class Counter: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }

    func add() { count.withLock { $0 += 1 } }
}

/// Keeps an exchange longer than its responder may.
final class Keeper: Sendable {
    private let kept = Mutex<Exchange?>(nil)

    var exchange: Exchange? { kept.withLock { $0 } }

    func keep(_ exchange: Exchange) { kept.withLock { $0 = exchange } }
}
