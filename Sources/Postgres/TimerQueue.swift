/// Deadlines in order, with what to do at each.
///
/// A binary heap; cancelling only forgets the action, and the slot leaves when its time comes or
/// when more slots are forgotten than alive, so that many short-lived deadlines stay cheap.
struct TimerQueue<Action> {
    typealias ID = UInt64

    private var heap: [(due: ContinuousClock.Instant, id: ID)] = []
    private var actions: [ID: Action] = [:]
    private var lastID: ID = 0

    /// The earliest due time of a timer that has not been cancelled.
    var nextDue: ContinuousClock.Instant? {
        mutating get {
            while let first = heap.first, actions[first.id] == nil { removeFirst() }
            return heap.first?.due
        }
    }

    mutating func add(due: ContinuousClock.Instant, _ action: Action) -> ID {
        lastID += 1
        actions[lastID] = action
        heap.append((due, lastID))
        siftUp(from: heap.count - 1)
        return lastID
    }

    mutating func cancel(_ id: ID) {
        actions[id] = nil
        guard heap.count > 64, heap.count > 2 * actions.count else { return }
        let alive = heap.filter { actions[$0.id] != nil }
        heap = alive.sorted { $0.due < $1.due }
    }

    /// Takes the next action that is due, or nil when none is.
    mutating func popDue(now: ContinuousClock.Instant) -> Action? {
        guard let due = nextDue, due <= now, let first = heap.first else { return nil }
        removeFirst()
        return actions.removeValue(forKey: first.id)
    }

    private mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].due < heap[least].due {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    private mutating func siftUp(from start: Int) {
        var child = start
        while child > 0, heap[child].due < heap[(child - 1) / 2].due {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }
}
