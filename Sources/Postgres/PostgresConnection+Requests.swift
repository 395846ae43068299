internal import CLibpq

/// The way of a request: it waits for its turn at the gate, is sent, and is told its outcome. Its
/// deadline and its task's cancellation reach it at any point of that way.
extension PostgresConnection {
    /// - Parameters:
    ///   - queries: what to send; none for `.exclusive`, which is told when it may begin.
    ///   - isShielded: whether a cancelled task waits all the same: for COMMIT and ROLLBACK, whose
    ///     outcome must be known.
    func request(
        _ kind: Gate.Kind, _ queries: [Query], deadline: Duration?, isShielded: Bool
    ) async throws(PostgresError) -> [ResultSet] {
        if let lost { throw lost }
        if !isShielded, Task.isCancelled { throw .interruption(.cancelled) }
        guard requests.count < PostgresLimits.waitingRequests else {
            throw PostgresError(.poolExhausted, "too many requests wait on one connection")
        }
        lastRequest += 1
        let id = lastRequest
        if isShielded { return try await outcome(of: id, kind, queries, deadline).get() }
        return try await withTaskCancellationHandler {
            await outcome(of: id, kind, queries, deadline)
        } onCancel: {
            loop.submit { [weak self] in
                self?.assumeIsolated { $0.interrupt(id, .cancelled) }
            }
        }.get()
    }

    private func outcome(
        of id: RequestID, _ kind: Gate.Kind, _ queries: [Query], _ deadline: Duration?
    ) async -> Request.Outcome {
        await withCheckedContinuation { continuation in
            var request = Request(queries: queries, continuation: continuation)
            request.timer = deadline.map { limit in
                loop.schedule(after: limit) { [weak self] in
                    self?.assumeIsolated { $0.interrupt(id, .timedOut) }
                }
            }
            requests[id] = request
            gate.ask(id, as: kind)
            admit()
        }
    }

    /// Lets in whoever may go now.
    func admit() {
        while lost == nil, let (id, kind) = gate.admit() {
            switch kind {
            case .segment: send(id)
            case .exclusive: settle(id, .success([]))
            }
        }
    }

    /// Tells a request its outcome; harmless for one that was told already.
    func settle(_ id: RequestID, _ outcome: Request.Outcome) {
        guard let request = requests.removeValue(forKey: id) else { return }
        if request.holdsGate { gate.release() }
        request.finish(outcome, on: loop)
    }

    /// Sends a segment. What libpq does not take ends the connection, for nobody could say how
    /// much of the segment is on its way.
    private func send(_ id: RequestID) {
        guard let queries = requests[id]?.queries else { return gate.segmentLeft() }
        requests[id]?.isSent = true
        var steps: [Pipeline.Step] = []
        var isTaken = true
        for query in queries where isTaken { isTaken = send(query, in: id, &steps) }
        guard isTaken, PQpipelineSync(libpq.pointer) == 1 else {
            return lose(PostgresError(.connectionLost, libpq.lastMessage))
        }
        pipeline.sent(id, steps: steps)
        flush()
    }

    private func send(
        _ query: Query, in segment: RequestID, _ steps: inout [Pipeline.Step]
    ) -> Bool {
        let connection = libpq.pointer
        switch prepared.use(query, in: segment) {
        case .unprepared:
            steps.append(.query(nil))
            return query.sendUnprepared(over: connection)
        case .prepared(let name):
            steps.append(.query(query.preparationKey))
            return query.sendPrepared(as: name, over: connection)
        case .prepare(let name):
            steps += query.preparationKey.map { [.prepare($0), .query($0)] } ?? []
            return query.sendPreparation(as: name, over: connection)
                && query.sendPrepared(as: name, over: connection)
        }
    }
}
