/// A run of days on which a certification stands the same.
package struct StandingPeriod: Hashable, Sendable {
    /// Without an end it lasts for ever, if nothing is added to the facts.
    package var span: DateSpan
    package var state: StandingState
    package var anchor: CivilDate?
    package var currentUntil: CivilDate?

    package init(
        span: DateSpan, state: StandingState, anchor: CivilDate?, currentUntil: CivilDate?
    ) {
        self.span = span
        self.state = state
        self.anchor = anchor
        self.currentUntil = currentUntil
    }
}
