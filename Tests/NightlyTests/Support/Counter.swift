import Synchronization

/// Counts down, from any task.
final class Counter: Sendable {
    private let left: Mutex<Int>

    init(_ count: Int) { left = Mutex(count) }

    /// Whether this call was the last one of the count.
    func countDown() -> Bool {
        left.withLock { left in
            left -= 1
            return left == 0
        }
    }
}
