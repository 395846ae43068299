package import Logging
package import Postgres

/// The registry's database: the one place from which facts are read and to which they are written.
///
/// Several daemons may have one database open; what must not happen twice at once is kept by row
/// locks and by the database's own constraints.
package struct Store: Sendable {
    /// Connections, for work that needs one of its own, such as the nightly run's lease.
    package let pool: PostgresPool
    private let logger: Logger
    /// Told what a write concerns, before whoever asked for it learns that it is done.
    private let onWrite: @Sendable (Concern) -> Void

    /// How often a transaction is tried that another one got in the way of, or whose connection
    /// was lost before it could commit.
    package static let attempts = 4

    package init(
        pool: PostgresPool, logger: Logger,
        onWrite: @escaping @Sendable (Concern) -> Void = { _ in }
    ) {
        self.pool = pool
        self.logger = logger
        self.onWrite = onWrite
    }

    /// Reads facts of one moment, those that lie in the sight. Tried again where the connection is
    /// lost: reading changes nothing.
    package func read<T: Sendable>(
        as sight: Sight = .all, patience: Patience = .usual,
        _ body: @Sendable @escaping (Snapshot) async throws -> T
    ) async throws -> T {
        try await retrying { try await readOnce(as: sight, patience: patience, body) }
    }

    /// Reads facts of one moment, without another attempt where the connection is lost: for who
    /// passes on what it reads while it reads.
    package func readOnce<T: Sendable>(
        as sight: Sight = .all, patience: Patience = .long,
        _ body: @Sendable @escaping (Snapshot) async throws -> T
    ) async throws -> T {
        try await pool.withConnection { connection in
            try await connection.transaction(
                .repeatableReadReadOnly, statementLimit: patience.statementLimit
            ) { transaction in
                // There is nothing to commit, so that nothing can be lost at it.
                .rollback(
                    // All is of one moment, so programmes and policy need to be read only once.
                    try await body(Snapshot(transaction, sight: sight, rules: KeptRules())))
            }
        }
    }

    /// Does one write, all or nothing. Whatever `body` throws takes everything back, and so does
    /// `.rollback`, which gives a value all the same: a dry run.
    ///
    /// - Throws: `PostgresError` with `.outcomeUnknown` where the connection was lost while the
    ///   commit was under way.
    package func write<T: Sendable>(
        _ body: @Sendable @escaping (WriteTransaction) async throws -> TransactionEnd<T>
    ) async throws -> T {
        try await retrying { try await writeOnce(patience: .usual, body) }
    }

    /// Does one write that cannot be tried again, because what it does by the way cannot be done
    /// twice: lines that were sent, a file that was read. Otherwise as `write`.
    package func writeOnce<T: Sendable>(
        patience: Patience = .long,
        _ body: @Sendable @escaping (WriteTransaction) async throws -> TransactionEnd<T>
    ) async throws -> T {
        let concerns = Concerns()
        // Also where nobody knows whether it was committed; what was taken back concerns nobody,
        // and to read it again does no harm.
        defer { if let concern = concerns.recorded { onWrite(concern) } }
        return try await pool.withConnection { connection in
            try await connection.transaction(
                .readCommitted, statementLimit: patience.statementLimit
            ) { transaction in
                try await body(WriteTransaction(transaction, concerns: concerns))
            }
        }
    }

    private func retrying<T: Sendable>(
        _ attempt: @Sendable () async throws -> T
    ) async throws -> T {
        for number in 1..<Self.attempts {
            do {
                return try await attempt()
            } catch let error as PostgresError where error.isWorthAnotherAttempt {
                logger.debug(
                    "transaction tried again",
                    metadata: [
                        "attempt": "\(number)", "sqlstate": "\(error.sqlState?.rawValue ?? "-")",
                    ])
                // Two that collided must not collide again in step.
                try await Task.sleep(for: .milliseconds(Int.random(in: 1...(10 * number))))
            }
        }
        return try await attempt()
    }
}

extension PostgresError {
    /// Whether nothing was committed and the same transaction may go through now: another one was
    /// in the way, or the connection was lost before the commit was sent. A unique or exclusion
    /// violation is tried again too, for then the rules see what the other one committed.
    var isWorthAnotherAttempt: Bool {
        if code == .connectionLost { return true }
        guard let sqlState else { return false }
        return [
            .serializationFailure, .deadlockDetected, .uniqueViolation, .exclusionViolation,
        ].contains(sqlState)
    }
}
