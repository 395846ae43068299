/// Who asks, as the authoriser knows them.
package struct Account: Sendable, Hashable {
    /// The name under which events and `request=` tokens are kept, such as `unix:0`.
    package var name: String
    /// What it may do in general: all that any of them may.
    package var roles: Set<AccountRole>
    package var scope: AccountScope

    package init(name: String, roles: Set<AccountRole>, scope: AccountScope = .all) {
        self.name = name
        self.roles = roles
        self.scope = scope
    }

    package init(name: String, role: AccountRole, scope: AccountScope = .all) {
        self.init(name: name, roles: [role], scope: scope)
    }

    /// Whether one of the account's roles is in the audience.
    package func belongs(to audience: Set<AccountRole>) -> Bool {
        !roles.isDisjoint(with: audience)
    }

    /// The names of its roles, in the order of the contract.
    package var roleNames: [String] {
        AccountRole.allCases.filter(roles.contains).map(\.rawValue)
    }
}
