/// What a connection has sent and not yet been answered: the protocol of pipeline mode as a value.
///
/// Each segment is some statements and a sync. The server answers statement by statement; after
/// the first that fails it skips the rest of the segment. Feeding what libpq gives to the event
/// methods returns what to do; nothing here touches a socket.
struct Pipeline {
    /// One message sent in a segment.
    enum Step: Equatable {
        /// Prepares a statement under this key, ahead of its use.
        case prepare(String)
        /// A statement that runs, with its key where it is prepared.
        case query(String?)
    }

    /// What an event leads to.
    enum Action: Equatable {
        case none
        /// The statement is prepared on this connection from now on.
        case prepared(String)
        /// The statement could not be prepared, or is stale.
        case forget(String)
        /// The segment is answered.
        case finished(RequestID)
        /// The server said what does not fit here.
        case violation
    }

    private struct Segment {
        let id: RequestID
        let queries: Int
        var steps: FIFO<Step>
        var answered = 0
        var results: [ResultSet] = []
        var failure: PostgresError?
        /// Whether the present step was answered by a result already.
        var isAnswered = false
    }

    private var segments = FIFO<Segment>()
    private var done: [RequestID: Result<[ResultSet], PostgresError>] = [:]

    var isIdle: Bool { segments.isEmpty }
    var count: Int { segments.count }
    /// The segment whose answer comes next.
    var current: RequestID? { segments.first?.id }

    mutating func sent(_ id: RequestID, steps: [Step]) {
        let queries = steps.count { if case .query = $0 { true } else { false } }
        segments.append(Segment(id: id, queries: queries, steps: FIFO(steps)))
    }

    /// Takes the outcome of a segment that `finished` named.
    mutating func outcome(of id: RequestID) -> Result<[ResultSet], PostgresError>? {
        done.removeValue(forKey: id)
    }

    mutating func received(_ result: ResultSet) -> Action {
        guard let step = segments.first?.steps.first else { return .violation }
        segments.changeFirst { segment in
            segment.isAnswered = true
            if case .query = step { segment.results.append(result) }
        }
        if case .prepare(let key) = step { return .prepared(key) }
        return .none
    }

    /// An error of the present step. One that comes after the last step is of the segment's own
    /// commit, such as a deferred constraint, and counts as the last statement's.
    mutating func failed(_ error: PostgresError) -> Action {
        guard let segment = segments.first else { return .violation }
        segments.changeFirst { segment in
            segment.isAnswered = true
            guard segment.failure == nil else { return }
            var error = error
            error.index = max(0, min(segment.answered, segment.queries - 1))
            segment.failure = error
        }
        switch segment.steps.first {
        case .prepare(let key): return .forget(key)
        case .query(let key?) where error.meansStaleStatement: return .forget(key)
        default: return .none
        }
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
            if case .query = segment.steps.popFirst() { segment.answered += 1 }
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

extension PostgresError {
    /// Someone else dropped the prepared statement, or changed the table under it. Preparing it
    /// anew helps.
    fileprivate var meansStaleStatement: Bool {
        sqlState == .invalidStatementName || sqlState == .featureNotSupported
    }
}
