/// The state of a certification on a day (registry contract, "Is person X authorised", 5).
package enum StandingState: String, Hashable, CaseIterable, Sendable {
    case untrained, provisional, active, lapsed, suspended, revoked

    /// Whether the person may act in the role: provisional or active.
    package var isAuthorised: Bool { self == .provisional || self == .active }
}
