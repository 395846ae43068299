extension PostgresConnection {
    /// Runs one statement, by itself one transaction unless one is open.
    ///
    /// - Parameter deadline: how long to wait, for its turn and its answer; the statement is then
    ///   cancelled. Without one, a little longer than the server lets a statement run.
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
        try await run(queries, deadline: deadline ?? usualDeadline, isShielded: false)
    }

    /// - Parameter isShielded: see `request`.
    func run(
        _ queries: [Query], deadline: Duration?, isShielded: Bool
    ) async throws(PostgresError) -> [ResultSet] {
        for (index, query) in queries.enumerated() {
            guard var refusal = query.refusal else { continue }
            refusal.index = index
            throw refusal
        }
        if queries.isEmpty { return [] }
        return try await request(.segment, queries, deadline: deadline, isShielded: isShielded)
    }
}
