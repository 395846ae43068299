/// What went wrong, in a form that is safe to log.
///
/// It carries names (state, constraint, table, column) and the server's primary message, but never
/// DETAIL, a parameter or a row: those hold what people told the registry.
package struct PostgresError: Error, Sendable {
    /// What kind of failure it is, as far as a caller would branch on it.
    package enum Code: String, Sendable {
        /// The server refused the statement; `sqlState` says why.
        case server
        /// No connection could be made.
        case unavailable
        /// The connection broke. See `wasSent` for what that means for the statement.
        case connectionLost
        /// The connection broke while COMMIT was under way: done or not done, nobody knows.
        case outcomeUnknown
        /// The deadline of the call passed; the statement was cancelled.
        case timedOut
        /// The calling task was cancelled; so was the statement.
        case cancelled
        /// No connection came free in time, or too many were waiting. A caller says "busy".
        case poolExhausted
        /// A value was not of the type asked for.
        case decoding
        /// A value that PostgreSQL cannot hold, or too many of them.
        case encoding
        /// The connection or pool had been closed by its owner.
        case closed
        /// A transaction had failed before its COMMIT and was rolled back.
        case transactionAborted
        /// The call is not allowed here, for example on a transaction that has ended.
        case misuse
        /// The server or libpq answered what this client does not expect.
        case protocolViolation
        /// The body of a copy threw; `underlying` is what.
        case bodyFailed
    }

    package var code: Code
    package var sqlState: SQLState?
    /// The server's primary message, without the values it may quote, or this client's own words.
    package var message: String
    package var constraint: String?
    package var schema: String?
    package var table: String?
    package var column: String?
    /// Which statement of a pipeline failed, counted from 0.
    package var index: Int?
    /// It may have reached the server and not been answered, and so may have taken effect: where
    /// the connection was lost, or the wait for the answer was ended.
    package var wasSent = false
    package var underlying: (any Error)?

    package init(
        _ code: Code, _ message: String, sqlState: SQLState? = nil, underlying: (any Error)? = nil
    ) {
        self.code = code
        self.message = message
        self.sqlState = sqlState
        self.underlying = underlying
    }
}

extension PostgresError: CustomStringConvertible {
    package var description: String {
        var text = "\(code.rawValue): \(message)"
        if let sqlState { text += " [\(sqlState)]" }
        if let constraint { text += " constraint=\(constraint)" }
        if let table { text += " table=\(table)" }
        if let index { text += " statement=\(index)" }
        return text
    }
}

extension PostgresError {
    static func interruption(_ code: Code) -> PostgresError {
        PostgresError(
            code, code == .timedOut ? "the deadline passed" : "the task was cancelled",
            sqlState: .queryCanceled)
    }

    static let closed = PostgresError(.closed, "the connection is closed")
}
