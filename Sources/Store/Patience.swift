import Postgres

/// How long a statement of a transaction may run before the database ends it.
package enum Patience: Sendable {
    /// As long as somebody waits for an answer (`PostgresLimits.statementTimeout`).
    case usual
    /// For what looks at the whole registry: exports, imports, audits, the nightly run.
    case long

    /// A statement that looks at all of a large registry on a busy machine takes minutes, not a
    /// quarter of an hour.
    static let longest: Duration = .seconds(900)

    /// nil: what holds for the connection.
    var statementLimit: Duration? {
        switch self {
        case .usual: nil
        case .long: Self.longest
        }
    }
}
