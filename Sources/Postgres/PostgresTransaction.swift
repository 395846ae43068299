/// An open transaction. It is over when the body that got it returns.
package actor PostgresTransaction {
    private enum Phase {
        /// Nothing was sent yet.
        case new
        /// BEGIN is under way with the first statements.
        case beginning
        case open
        /// The first statements failed, maybe before BEGIN was even sent.
        case failed
        case over
    }

    private let connection: PostgresConnection
    private let mode: TransactionMode
    private let statementLimit: Duration?
    private var phase = Phase.new
    private var beginWaiters: [CheckedContinuation<Void, Never>] = []

    package nonisolated var unownedExecutor: UnownedSerialExecutor { connection.unownedExecutor }

    init(
        on connection: PostgresConnection, mode: TransactionMode, statementLimit: Duration?
    ) {
        self.connection = connection
        self.mode = mode
        self.statementLimit = statementLimit
    }

    /// What comes before the first statement.
    private var opening: [Query] {
        let begin = [Query(sql: mode.rawValue)]
        guard let statementLimit else { return begin }
        return begin + [
            Query(sql: "SET LOCAL statement_timeout = \(statementLimit.milliseconds)")
        ]
    }

    /// How long a statement is waited for that does not say so itself.
    private var deadline: Duration {
        statementLimit.map { $0 + connection.timeouts.grace } ?? connection.usualDeadline
    }

    package func query(
        _ query: Query, deadline: Duration? = nil
    ) async throws(PostgresError) -> ResultSet {
        let results = try await pipeline([query], deadline: deadline)
        guard let result = results.first else {
            throw PostgresError(.protocolViolation, "a statement without a result")
        }
        return result
    }

    /// Runs statements in one round trip. BEGIN travels with the first; statements that other
    /// tasks ask for meanwhile wait for it, for without it they would run by themselves.
    package func pipeline(
        _ queries: [Query], deadline: Duration? = nil
    ) async throws(PostgresError) -> [ResultSet] {
        while case .beginning = phase {
            await withCheckedContinuation { beginWaiters.append($0) }
        }
        switch phase {
        case .new, .beginning: return try await begin(queries, deadline)
        case .open:
            return try await connection.pipeline(queries, deadline: deadline ?? self.deadline)
        case .failed: throw .transactionFailed
        case .over: throw PostgresError(.misuse, "the transaction has ended")
        }
    }

    private func begin(
        _ queries: [Query], _ deadline: Duration?
    ) async throws(PostgresError) -> [ResultSet] {
        phase = .beginning
        let opening = opening
        defer {
            for waiter in beginWaiters { waiter.resume() }
            beginWaiters = []
        }
        do throws(PostgresError) {
            let results = try await connection.pipeline(
                opening + queries, deadline: deadline ?? self.deadline)
            phase = .open
            return Array(results.dropFirst(opening.count))
        } catch {
            phase = .failed
            throw error.shifted(by: -opening.count)
        }
    }

    /// - Throws: `.outcomeUnknown` where COMMIT was sent and no answer to it came,
    ///   `.transactionAborted` where a statement had failed; nothing is left open then.
    func commit() async throws(PostgresError) {
        switch phase {
        case .new:
            phase = .over
            return
        case .failed: throw .transactionFailed
        case .beginning, .over: throw PostgresError(.misuse, "the transaction is not to be ended")
        case .open: break
        }
        do throws(PostgresError) {
            let results = try await connection.run(
                [Query(sql: "COMMIT")], deadline: deadline, isShielded: true)
            phase = .over
            guard results.first?.commandTag == "COMMIT" else { throw .transactionFailed }
        } catch {
            // What the server refuses to commit it has taken back.
            if error.code == .server { phase = .over }
            guard error.code == .connectionLost || error.code == .timedOut, error.wasSent else {
                throw error
            }
            throw PostgresError(
                .outcomeUnknown, "COMMIT was not answered", sqlState: error.sqlState)
        }
    }

    /// Takes everything back; where that cannot be said in time, the connection is given up, and
    /// the server does it. Nothing where the transaction has ended or not begun.
    func rollback() async {
        switch phase {
        case .new, .over:
            phase = .over
            return
        case .beginning, .open, .failed: phase = .over
        }
        do throws(PostgresError) {
            _ = try await connection.run(
                [Query(sql: "ROLLBACK")], deadline: PostgresLimits.rollbackTimeout,
                isShielded: true)
        } catch {
            await connection.close()
        }
    }
}

extension PostgresError {
    fileprivate static let transactionFailed = PostgresError(
        .transactionAborted, "the transaction had failed")

    fileprivate func shifted(by offset: Int) -> PostgresError {
        var error = self
        error.index = index.map { max(0, $0 + offset) }
        return error
    }
}
