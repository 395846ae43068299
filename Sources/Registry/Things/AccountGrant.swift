/// What an account, or a token of one, may do: roles, and whose part of the registry they are for.
package struct AccountGrant: Sendable, Hashable {
    package let roles: Set<AccountRole>
    package let scope: AccountScope

    /// Roles that go together, with what they are bound to.
    ///
    /// A trainer is bound to a person and a coordinator to an organisation; neither can be anything
    /// else besides, so that it is always clear whose part an account sees.
    package init(
        roles: Set<AccountRole>, person: PersonID? = nil, organisation: OrganisationID? = nil
    ) throws(AccountGrantFault) {
        guard !roles.isEmpty, !roles.contains(.public) else { throw .noRole }
        guard roles.count == 1 || !roles.contains(where: \.isScoped) else { throw .standsAlone }
        guard (person != nil) == (roles == [.trainer]) else { throw .person }
        guard (organisation != nil) == (roles == [.coordinator]) else { throw .organisation }
        self.roles = roles
        if let person {
            scope = .person(person)
        } else if let organisation {
            scope = .organisation(organisation)
        } else {
            scope = .all
        }
    }

    /// The person to whom it is bound.
    package var person: PersonID? {
        if case .person(let id) = scope { id } else { nil }
    }

    /// The organisation to which it is bound.
    package var organisation: OrganisationID? {
        if case .organisation(let id) = scope { id } else { nil }
    }

    /// Whether who has this may hand on that: the same or less. An administrator may do all that a
    /// trainer, a coordinator or an auditor may, and so may hand on any of these.
    package func covers(_ other: AccountGrant) -> Bool {
        if scope == other.scope, other.roles.isSubset(of: roles) { return true }
        guard roles.contains(.administrator) else { return false }
        return other.roles.isSubset(of: roles.union([.trainer, .coordinator, .auditor]))
    }
}

/// Why roles and what they are bound to do not go together.
package enum AccountGrantFault: Error, Sendable, Hashable {
    case noRole
    /// Trainer and coordinator are roles of their own.
    case standsAlone
    /// A trainer needs a person, and nobody else takes one.
    case person
    /// A coordinator needs an organisation, and nobody else takes one.
    case organisation
}

extension Set<AccountRole> {
    /// The names of the roles, in the order of the contract.
    package var names: [String] { AccountRole.allCases.filter(contains).map(\.rawValue) }
}
