/// How long a connection waits for what may never come. Told to the server when the connection is
/// made, unless the connection string has `options` of its own; the client waits a little longer
/// itself, for a server that has stopped answering ends nothing.
package struct PostgresTimeouts: Sendable {
    /// How long a statement may run.
    package var statement: Duration
    /// How long a statement may wait for a lock that another transaction holds.
    package var lock: Duration
    /// How long a transaction may lie open with nothing under way: a process that was stopped must
    /// not hold its locks for ever.
    package var idleInTransaction: Duration
    /// How much longer than the server the client waits for the end of a statement.
    package var grace: Duration

    package init(
        statement: Duration = PostgresLimits.statementTimeout,
        lock: Duration = PostgresLimits.lockTimeout,
        idleInTransaction: Duration = PostgresLimits.idleInTransactionTimeout,
        grace: Duration = PostgresLimits.answerGrace
    ) {
        self.statement = statement
        self.lock = lock
        self.idleInTransaction = idleInTransaction
        self.grace = grace
    }

    /// The same as options for the server.
    var options: String {
        [
            ("statement_timeout", statement), ("lock_timeout", lock),
            ("idle_in_transaction_session_timeout", idleInTransaction),
        ].map { "-c \($0.0)=\($0.1.milliseconds)" }.joined(separator: " ")
    }
}

extension Duration {
    /// As PostgreSQL counts time-outs, where 0 would mean none.
    package var milliseconds: Int64 {
        max(1, components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000)
    }
}
