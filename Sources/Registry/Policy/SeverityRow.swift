/// How a broken rule is taken, with the days on which it is.
package struct SeverityRow: Hashable, Sendable, PolicyEntry {
    package var id: PolicyID
    package var code: RuleCode
    package var severity: Severity
    package var effective: DateSpan
    package var source: String

    package init(
        id: PolicyID = PolicyID(0), code: RuleCode, severity: Severity, effective: DateSpan,
        source: String = ""
    ) {
        self.id = id
        self.code = code
        self.severity = severity
        self.effective = effective
        self.source = source
    }

    package func supersedes(_ other: Self) -> Bool { code == other.code && isLater(than: other) }
}

/// What a broken rule does to a request.
package enum Severity: String, Hashable, CaseIterable, Sendable {
    case refuse, warn
    /// Refuses unless an administrator waives it with a reason.
    case waivable
}

extension RuleCode {
    /// Whether it refuses whatever a row says: with such dates nothing can be judged, what has not
    /// happened cannot be recorded, and the others the database itself does not keep.
    package var alwaysRefuses: Bool {
        switch self {
        case .datesInvalid, .dateInFuture, .typeScope, .licenceOverlap: true
        default: false
        }
    }
}
