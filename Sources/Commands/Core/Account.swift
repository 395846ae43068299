/// Who asks, as the authoriser knows them.
package struct Account: Sendable, Hashable {
    /// The name under which events and `request=` tokens are kept, such as `unix:0`.
    package var name: String
    package var role: AccountRole

    package init(name: String, role: AccountRole) {
        self.name = name
        self.role = role
    }
}

/// What an account may do in general. More roles come with accounts.
package enum AccountRole: String, Sendable, Hashable, CaseIterable {
    /// Anybody: the checks, and what a session needs to speak at all.
    case `public`
    /// All of the registry.
    case administrator
}
