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
    private var phase = Phase.new
    private var beginWaiters: [CheckedContinuation<Void, Never>] = []

    package nonisolated var unownedExecutor: UnownedSerialExecutor { connection.unownedExecutor }

    init(on connection: PostgresConnection, mode: TransactionMode) {
        self.connection = connection
        self.mode = mode
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
        case .open: return try await connection.pipeline(queries, deadline: deadline)
        case .failed: throw .transactionFailed
        case .over: throw PostgresError(.misuse, "the transaction has ended")
        }
    }

    private func begin(
        _ queries: [Query], _ deadline: Duration?
    ) async throws(PostgresError) -> [ResultSet] {
        phase = .beginning
        defer {
            for waiter in beginWaiters { waiter.resume() }
            beginWaiters = []
        }
        do throws(PostgresError) {
            let results = try await connection.pipeline(
                [Query(sql: mode.rawValue)] + queries, deadline: deadline)
            phase = .open
            return Array(results.dropFirst())
        } catch {
            phase = .failed
            throw error.shifted(by: -1)
        }
    }

    /// - Throws: `.outcomeUnknown` where the connection was lost after COMMIT was sent,
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
                [Query(sql: "COMMIT")], deadline: nil, isShielded: true)
            phase = .over
            guard results.first?.commandTag == "COMMIT" else { throw .transactionFailed }
        } catch {
            // What the server refuses to commit it has taken back.
            if error.code == .server { phase = .over }
            guard error.code == .connectionLost, error.wasSent else { throw error }
            throw PostgresError(
                .outcomeUnknown, "the connection was lost at COMMIT", sqlState: error.sqlState)
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
