/// How a transaction sees others.
package enum TransactionMode: String, Sendable {
    case readCommitted = "BEGIN"
    /// All of one moment.
    case repeatableRead = "BEGIN ISOLATION LEVEL REPEATABLE READ"
    /// All of one moment, and nothing is written.
    case repeatableReadReadOnly = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
}

/// How a transaction's body wants it to end, with its value.
package enum TransactionEnd<Value: Sendable>: Sendable {
    case commit(Value)
    /// Takes everything back, and gives the value all the same: a dry run.
    case rollback(Value)
}

/// An open transaction. It is over when the body that got it returns.
package actor PostgresTransaction {
    private let connection: PostgresConnection
    private let mode: TransactionMode
    private var isBegun = false
    private var isOver = false

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

    /// Runs statements in one round trip. BEGIN travels with the first.
    package func pipeline(
        _ queries: [Query], deadline: Duration? = nil
    ) async throws(PostgresError) -> [ResultSet] {
        guard !isOver else { throw PostgresError(.misuse, "the transaction has ended") }
        if isBegun { return try await connection.pipeline(queries, deadline: deadline) }
        isBegun = true
        do throws(PostgresError) {
            let results = try await connection.pipeline(
                [Query(sql: mode.rawValue)] + queries, deadline: deadline)
            return Array(results.dropFirst())
        } catch {
            throw error.shifted(by: -1)
        }
    }

    /// - Throws: `.outcomeUnknown` where the connection was lost after COMMIT was sent.
    func commit() async throws(PostgresError) {
        isOver = true
        guard isBegun else { return }
        do throws(PostgresError) {
            let results = try await connection.run(
                [Query(sql: "COMMIT")], deadline: nil, isShielded: true)
            guard results.first?.commandTag == "COMMIT" else {
                throw PostgresError(.transactionAborted, "the transaction had failed")
            }
        } catch {
            guard error.code == .connectionLost, error.wasSent else { throw error }
            throw PostgresError(
                .outcomeUnknown, "the connection was lost at COMMIT", sqlState: error.sqlState)
        }
    }

    /// Takes everything back; where that cannot be said in time, the connection is given up, and
    /// the server does it.
    func rollback() async {
        isOver = true
        guard isBegun else { return }
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
    fileprivate func shifted(by offset: Int) -> PostgresError {
        var error = self
        error.index = index.map { max(0, $0 + offset) }
        return error
    }
}

extension PostgresConnection {
    /// Does `body` in a transaction: committed when it says so, taken back when it says so or
    /// throws. Not for shared lanes: the connection must be leased.
    package nonisolated func transaction<Value: Sendable>(
        _ mode: TransactionMode = .readCommitted,
        _ body: @Sendable (PostgresTransaction) async throws -> TransactionEnd<Value>
    ) async throws -> Value {
        let transaction = PostgresTransaction(on: self, mode: mode)
        do {
            switch try await body(transaction) {
            case .commit(let value):
                try await transaction.commit()
                return value
            case .rollback(let value):
                await transaction.rollback()
                return value
            }
        } catch {
            let outcome = (error as? PostgresError)?.code
            if outcome != .outcomeUnknown, outcome != .transactionAborted {
                await transaction.rollback()
            }
            throw error
        }
    }
}
