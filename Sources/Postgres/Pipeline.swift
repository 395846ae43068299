/// What a connection has sent and not yet been answered: the protocol of pipeline mode as a value.
///
/// Each segment is some statements and a sync. The server answers statement by statement; after
/// the first that fails it skips the rest of the segment. Feeding what libpq gives to the event
/// methods returns what to do; nothing here touches a socket.
struct Pipeline {
    typealias SegmentID = UInt64

    /// One message sent in a segment.
    enum Step: Equatable {
        /// Prepares a statement under this key, ahead of its use.
        case prepare(String)
        case query
    }

    /// What an event leads to.
    enum Action: Equatable {
        case none
        /// The statement is prepared on this connection from now on.
        case prepared(String)
        /// The statement could not be prepared; nothing of it is left.
        case forget(String)
        /// The segment is answered.
        case finished(SegmentID)
        /// The server said what does not fit here.
        case violation
    }

    private struct Segment {
        let id: SegmentID
        var steps: FIFO<Step>
        var queries = 0
        var results: [ResultSet] = []
        var failure: PostgresError?
        /// Whether the present step was answered by a result already.
        var isAnswered = false
    }

    private var segments = FIFO<Segment>()
    private var done: [SegmentID: Result<[ResultSet], PostgresError>] = [:]

    var isIdle: Bool { segments.isEmpty }
    var count: Int { segments.count }
    /// The segment whose answer comes next.
    var current: SegmentID? { segments.first?.id }

    mutating func sent(_ id: SegmentID, steps: [Step]) {
        var queue = FIFO<Step>()
        for step in steps { queue.append(step) }
        segments.append(Segment(id: id, steps: queue))
    }

    /// Takes the outcome of a segment that `finished` named.
    mutating func outcome(of id: SegmentID) -> Result<[ResultSet], PostgresError>? {
        done.removeValue(forKey: id)
    }

    mutating func received(_ result: ResultSet) -> Action {
        guard let step = segments.first?.steps.first else { return .violation }
        segments.changeFirst { segment in
            segment.isAnswered = true
            if step == .query { segment.results.append(result) }
        }
        if case .prepare(let key) = step { return .prepared(key) }
        return .none
    }

    mutating func failed(_ error: PostgresError) -> Action {
        guard let segment = segments.first else { return .violation }
        segments.changeFirst { segment in
            segment.isAnswered = true
            guard segment.failure == nil else { return }
            var error = error
            error.index = segment.queries
            segment.failure = error
        }
        if case .prepare(let key) = segment.steps.first { return .forget(key) }
        return .none
    }

    /// The server skipped the present step, for an earlier one of the segment failed.
    mutating func skipped() -> Action {
        guard let step = segments.first?.steps.first else { return .violation }
        segments.changeFirst { $0.isAnswered = true }
        if case .prepare(let key) = step { return .forget(key) }
        return .none
    }

    /// libpq's NULL: the present step has no more results.
    mutating func stepEnded() -> Action {
        guard let segment = segments.first, segment.isAnswered else { return .none }
        segments.changeFirst { segment in
            if segment.steps.popFirst() == .query { segment.queries += 1 }
            segment.isAnswered = false
        }
        return .none
    }

    /// The answer to the segment's sync.
    mutating func synced() -> Action {
        guard let segment = segments.popFirst() else { return .violation }
        done[segment.id] = segment.failure.map { .failure($0) } ?? .success(segment.results)
        return .finished(segment.id)
    }
}
