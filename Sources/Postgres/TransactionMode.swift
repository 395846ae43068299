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
