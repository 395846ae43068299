/// Who may use a connection now, as a value: many segments at once up to a limit, or one request
/// that has it for itself.
///
/// Requests enter strictly in the order in which they asked, so that neither kind can starve the
/// other. While the gate is held nobody enters: a cancellation is on its way to the server, and
/// whatever was sent meanwhile could be hit by it.
struct Gate {
    enum Kind: Equatable { case segment, exclusive }

    private var queue = FIFO<(id: RequestID, kind: Kind)>()
    private var holds = 0
    /// Segments that entered and have not left.
    private(set) var segments = 0
    /// Whether one has the connection for itself.
    private(set) var isExclusive = false
    private let limit: Int

    init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// Whether nobody is in and nobody waits.
    var isEmpty: Bool { queue.isEmpty && segments == 0 && !isExclusive }

    mutating func ask(_ id: RequestID, as kind: Kind) {
        queue.append((id, kind))
    }

    /// Lets the next one in; nil while it has to wait. To be called until it gives nil.
    mutating func admit() -> (id: RequestID, kind: Kind)? {
        guard holds == 0, !isExclusive, let next = queue.first else { return nil }
        switch next.kind {
        case .segment:
            guard segments < limit else { return nil }
            segments += 1
        case .exclusive:
            guard segments == 0 else { return nil }
            isExclusive = true
        }
        return queue.popFirst()
    }

    /// Takes out one that waits; harmless for any other.
    mutating func giveUp(_ id: RequestID) {
        _ = queue.remove { $0.id == id }
    }

    mutating func segmentLeft() {
        segments = max(0, segments - 1)
    }

    mutating func exclusiveLeft() {
        isExclusive = false
    }

    mutating func hold() {
        holds += 1
    }

    mutating func release() {
        holds = max(0, holds - 1)
    }
}
