/// Why the server closes a session.
package enum ByeCode: String, Sendable, CaseIterable {
    case shutdown
    case idle
    case tooManySessions = "too-many-sessions"
    case tooManyErrors = "too-many-errors"
    case logout
}
