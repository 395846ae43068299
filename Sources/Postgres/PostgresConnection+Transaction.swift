extension PostgresConnection {
    /// Does `body` in a transaction: committed when it says so, taken back when it says so or
    /// throws. Not for shared lanes: the connection must be leased.
    ///
    /// - Parameter statementLimit: how long each statement may run; as everywhere without one.
    package nonisolated func transaction<Value: Sendable>(
        _ mode: TransactionMode = .readCommitted, statementLimit: Duration? = nil,
        _ body: @Sendable (PostgresTransaction) async throws -> TransactionEnd<Value>
    ) async throws -> Value {
        let transaction = PostgresTransaction(
            on: self, mode: mode, statementLimit: statementLimit)
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
            await transaction.rollback()
            throw error
        }
    }
}
