/// Why the server closes a session.
package enum ByeCode: String, Sendable, CaseIterable {
    case shutdown
    case idle
    case tooManySessions = "too-many-sessions"
    case tooManyErrors = "too-many-errors"
    case logout

    /// Whether a new session may do what this one could not: nothing is wrong with the client.
    package var isRetryable: Bool {
        switch self {
        case .shutdown, .tooManySessions: true
        case .idle, .tooManyErrors, .logout: false
        }
    }
}
