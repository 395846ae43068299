internal import CLibpq

extension PostgresConnection {
    /// Runs one statement, by itself one transaction unless one is open.
    ///
    /// - Parameter deadline: how long to wait; the statement is then cancelled.
    package func query(
        _ query: Query, deadline: Duration? = nil
    ) async throws(PostgresError) -> ResultSet {
        let results = try await pipeline([query], deadline: deadline)
        guard let result = results.first else {
            throw PostgresError(.protocolViolation, "a statement without a result")
        }
        return result
    }

    /// Runs statements in one round trip. The first that fails ends them all; unless a transaction
    /// is open, what came before it is taken back too.
    ///
    /// - Throws: the first failure, with its `index`.
    package func pipeline(
        _ queries: [Query], deadline: Duration? = nil
    ) async throws(PostgresError) -> [ResultSet] {
        try await run(queries, deadline: deadline ?? defaultDeadline, isShielded: false)
    }

    /// - Parameter isShielded: whether a cancelled task waits all the same: for COMMIT and
    ///   ROLLBACK, whose outcome must be known.
    func run(
        _ queries: [Query], deadline: Duration?, isShielded: Bool
    ) async throws(PostgresError) -> [ResultSet] {
        for query in queries { if let refusal = query.refusal { throw refusal } }
        if queries.isEmpty { return [] }
        while isExclusive, lost == nil { await afterExclusive() }
        if let lost { throw lost }
        if !isShielded, Task.isCancelled { throw .interruption(.cancelled) }
        guard waiting.count < PostgresLimits.waitingRequests else {
            throw PostgresError(.poolExhausted, "too many requests wait on one connection")
        }
        lastSegment += 1
        let id = lastSegment
        if isShielded { return try await answer(to: id, queries, deadline).get() }
        return try await withTaskCancellationHandler {
            await answer(to: id, queries, deadline)
        } onCancel: {
            loop.submit { [weak self] in
                self?.assumeIsolated { $0.interrupt(id, .cancelled) }
            }
        }.get()
    }

    private func answer(
        to id: Pipeline.SegmentID, _ queries: [Query], _ deadline: Duration?
    ) async -> Result<[ResultSet], PostgresError> {
        await withCheckedContinuation { continuation in
            var waiter = Waiter(continuation: continuation)
            waiter.timer = deadline.map { limit in
                loop.schedule(after: limit) { [weak self] in
                    self?.assumeIsolated { $0.interrupt(id, .timedOut) }
                }
            }
            waiting[id] = waiter
            send(id, queries)
        }
    }

    private func send(_ id: Pipeline.SegmentID, _ queries: [Query]) {
        var steps: [Pipeline.Step] = []
        var isSent = true
        for query in queries where isSent { isSent = send(query, &steps) }
        isSent = isSent && PQpipelineSync(libpq.pointer) == 1
        guard isSent else { return lose(PostgresError(.connectionLost, libpq.lastMessage)) }
        pipeline.sent(id, steps: steps)
        flush()
    }

    private func send(_ query: Query, _ steps: inout [Pipeline.Step]) -> Bool {
        guard let key = query.preparationKey, let name = self.name(for: key, query) else {
            steps.append(.query)
            return query.sendUnprepared(over: libpq.pointer)
        }
        if prepared[key] == nil, !preparing.contains(key) {
            preparing.insert(key)
            steps.append(.prepare(key))
            guard query.sendPreparation(as: name, over: libpq.pointer) else { return false }
        }
        steps.append(.query)
        return query.sendPrepared(as: name, over: libpq.pointer)
    }

    /// The server's name for the statement with these types, nil where there are too many.
    private func name(for key: String, _ query: Query) -> String? {
        if let name = prepared[key] { return name }
        guard prepared.count + preparing.count < PostgresLimits.preparedStatements else {
            return nil
        }
        names[key] = names[key] ?? query.serverName(variant: names.count)
        return names[key]
    }
}
