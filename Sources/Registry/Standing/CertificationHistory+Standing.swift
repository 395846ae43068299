extension CertificationHistory {
    /// The standing in `role` on `date`, judged by those of `rules` that concern the role and the
    /// person and that govern that date.
    ///
    /// The rules that govern judge the whole history, what happened before them included. Untrained
    /// comes before everything else: who was never trained has nothing to revoke.
    package func standing(
        on date: CivilDate, under rules: [RetentionRule], role: Role
    ) -> Standing {
        OrderedHistory(self).standing(on: date, under: rules.filter { $0.role == role })
    }
}

/// The facts of a history, ascending by date.
struct OrderedHistory {
    let trainedOn: [CivilDate]
    /// What was done in the programme.
    let activities: [Activity]
    /// What was done in any programme.
    let activitiesAnywhere: [Activity]
    let facts: CertificationHistory

    init(_ facts: CertificationHistory) {
        self.facts = facts
        trainedOn = facts.trainedOn.sorted()
        activities = facts.activities.sorted { $0.date < $1.date }
        activitiesAnywhere =
            facts.elsewhere.isEmpty
            ? activities : (facts.activities + facts.elsewhere).sorted { $0.date < $1.date }
    }

    /// What the rule looks at.
    func activities(for rule: RetentionRule) -> [Activity] {
        rule.countsIn == .any ? activitiesAnywhere : activities
    }

    /// The standing by rules of one role.
    func standing(on date: CivilDate, under rules: [RetentionRule]) -> Standing {
        guard let anchor = trainedOn.last(where: { $0 <= date }) else {
            return Standing(state: .untrained)
        }
        let isTrainedElsewhere = facts.trainedElsewhere.contains { $0.contains(date) }
        let judged = rules.governing(on: date)
            .filter { $0.concerns(trainedElsewhere: isTrainedElsewhere) }
            .map { $0.standing(on: date, anchor: anchor, activities: activities(for: $0)) }
        return Standing(
            state: state(on: date, by: judged), anchor: anchor,
            currentUntil: judged.map(\.until).min(), rules: judged)
    }

    private func state(on date: CivilDate, by rules: [RuleStanding]) -> StandingState {
        if facts.isRevoked(on: date) { return .revoked }
        if facts.suspensions.contains(where: { $0.contains(date) }) { return .suspended }
        if rules.contains(where: \.lapsed) { return .lapsed }
        return rules.contains(where: \.hasCounting) ? .active : .provisional
    }
}
