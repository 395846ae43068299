/// Whose part of the registry an account sees and works in.
package enum AccountScope: Sendable, Hashable {
    case all
    /// A trainer's: what this person gave and led, and the people in it.
    case person(PersonID)
    /// A coordinator's: what this organisation has and holds.
    case organisation(OrganisationID)
}

extension AccountScope: CustomStringConvertible {
    /// `all`, or the id of the person or organisation.
    package var description: String {
        switch self {
        case .all: "all"
        case .person(let id): id.description
        case .organisation(let id): id.description
        }
    }
}
