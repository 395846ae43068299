package import Registry
import Store

/// Who asks, as the authoriser knows them.
package struct Account: Sendable, Hashable {
    /// The name under which events and `request=` tokens are kept, such as `unix:0`.
    package var name: String
    /// What it may do in general: all that any of them may.
    package var roles: Set<AccountRole>
    package var scope: AccountScope
    /// How the session came by it.
    package var method: Method
    /// The log-in by which it came; nil where the transport brought it, or nobody said anything.
    package var logIn: LogIn?

    package enum Method: String, Sendable, Hashable {
        /// Not at all: anybody may say so.
        case none
        /// The transport brought it along: the user of the process at the other end.
        case external
        case password = "scram-sha-256"
        case token
    }

    package init(
        name: String, roles: Set<AccountRole>, scope: AccountScope = .all,
        method: Method = .external
    ) {
        self.name = name
        self.roles = roles
        self.scope = scope
        self.method = method
    }

    package init(name: String, role: AccountRole, scope: AccountScope = .all) {
        self.init(
            name: name, roles: [role], scope: scope, method: role == .public ? .none : .external)
    }

    /// Somebody of whom nothing is known.
    package static func anybody(_ name: String) -> Account {
        Account(name: name, role: .public)
    }

    /// Whether one of the account's roles is in the audience.
    package func belongs(to audience: Set<AccountRole>) -> Bool {
        !roles.isDisjoint(with: audience)
    }

    /// Whether the session has not said who it is.
    var isAnybody: Bool { roles == [.public] }

    /// What it sees on a day. Who lives with which condition is health data: administrators and the
    /// person's own organisation see it, and an organisation sees nobody but its own.
    func sight(on day: CivilDate) -> Sight {
        let showsPeers = roles.contains(.administrator) || roles.contains(.coordinator)
        return Sight(scope: scope, showsPeers: showsPeers, day: day)
    }
}
