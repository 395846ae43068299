/// Why an understood request was refused, apart from the registry's own rules. Nothing changed,
/// except that after `outcome-unknown` nobody knows.
package enum NoCode: String, Sendable, CaseIterable {
    case notFound = "not-found"
    case denied
    case authRequired = "auth-required"
    case authFailed = "auth-failed"
    case versionConflict = "version-conflict"
    case requestReused = "request-reused"
    case conflict
    /// A block was over its limit. It was read to its end.
    case blockTooLong = "block-too-long"
    case busy
    case storeUnavailable = "store-unavailable"
    case outcomeUnknown = "outcome-unknown"
    case `internal`

    /// Whether the same line may be sent again. After `outcome-unknown` only with its `request=`.
    package var isRetryable: Bool {
        switch self {
        case .busy, .storeUnavailable, .outcomeUnknown: true
        default: false
        }
    }
}
