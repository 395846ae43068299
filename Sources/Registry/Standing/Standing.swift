/// What a certification amounts to on a day, with the facts that decided it.
///
/// Derived from facts and a date, never stored as a status (registry contract, "Is person X
/// authorised").
package struct Standing: Hashable, Sendable {
    package var state: StandingState
    /// The last day of the latest training that grants the role, by the day asked about.
    package var anchor: CivilDate?
    /// The earliest `until` of the rules; nil when untrained or when no rule is in effect.
    package var currentUntil: CivilDate?
    /// One entry for each retention rule in effect, in the order of the rows.
    package var rules: [RuleStanding]
    /// The rules on experience of the organisation asked for that are not met.
    package var lacks: [ExperienceRule] = []

    package init(
        state: StandingState, anchor: CivilDate? = nil, currentUntil: CivilDate? = nil,
        rules: [RuleStanding] = []
    ) {
        self.state = state
        self.anchor = anchor
        self.currentUntil = currentUntil
        self.rules = rules
    }

    /// Whether the person may act in the role, for the organisation asked for where there is one.
    package var isAuthorised: Bool { state.isAuthorised && lacks.isEmpty }

    /// The rows of an organisation's own that stand in the way.
    package var overlaysBroken: [PolicyID] {
        (rules.filter { $0.lapsed && $0.rule.organisation != nil }.map(\.rule.id)
            + lacks.map(\.id)).sorted()
    }
}

/// How one retention rule stands on a day.
package struct RuleStanding: Hashable, Sendable {
    package var rule: RetentionRule
    /// The end of the present window, or of the following one when the present one already holds
    /// an activity that counts; for a lapsed rule the end of the window that stayed empty.
    package var until: CivilDate
    package var lapsed: Bool
    /// Whether any window holds an activity that counts in it.
    package var hasCounting: Bool
    /// The windows from the anchor on, up to the present one or to the one that stayed empty.
    package var windows: [RetentionWindow]

    package init(
        rule: RetentionRule, until: CivilDate, lapsed: Bool, hasCounting: Bool,
        windows: [RetentionWindow]
    ) {
        self.rule = rule
        self.until = until
        self.lapsed = lapsed
        self.hasCounting = hasCounting
        self.windows = windows
    }
}

/// A stretch of days in which a retention rule wants one activity.
package struct RetentionWindow: Hashable, Sendable {
    package var first: CivilDate
    package var last: CivilDate
    /// The dates, ascending, of the activities in it that count, by the day asked about.
    package var counted: [CivilDate]

    package init(first: CivilDate, last: CivilDate, counted: [CivilDate]) {
        self.first = first
        self.last = last
        self.counted = counted
    }
}
