/// The kinds of things that have an id.
package enum IDKind: String, Sendable, CaseIterable {
    case organisation
    case person
    case licence
    case training
    case certification
    case workshop
    case notice
    case event
    /// A row of policy: `R-1`, for `P` is a person.
    case policy

    /// The letter before the hyphen: `O` in `O-1`.
    package var letter: String {
        self == .policy ? "R" : rawValue.prefix(1).uppercased()
    }
}
