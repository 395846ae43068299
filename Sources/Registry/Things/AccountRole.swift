/// What an account may do in general (protocol contract, Commands).
package enum AccountRole: String, Sendable, Hashable, CaseIterable {
    /// Anybody: the checks, and what a session needs to speak at all.
    case `public`
    /// Bound to a person: records what this person gave and led, sees the people in it.
    case trainer
    /// Bound to an organisation: its people, workshops and notices.
    case coordinator
    /// Reads all, and the events; changes nothing.
    case auditor
    /// All of the registry.
    case administrator
    /// Accounts, runs, settings.
    case `operator`

    /// Whether an account of this role sees and does only what lies in its scope.
    package var isScoped: Bool { self == .trainer || self == .coordinator }
}
