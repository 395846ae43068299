extension CertificationHistory {
    /// The standing in `role` on `date`, judged by those of `rules` that concern the role and are
    /// in effect on that date.
    ///
    /// The rules in effect judge the whole history, what happened before them included. Untrained
    /// comes before everything else: who was never trained has nothing to revoke.
    package func standing(
        on date: CivilDate, under rules: [RetentionRule], role: Role
    ) -> Standing {
        inOrder.standingInOrder(on: date, under: rules.filter { $0.role == role })
    }

    /// The same facts, ascending by date.
    var inOrder: CertificationHistory {
        var ordered = self
        ordered.trainedOn.sort()
        ordered.activities.sort { $0.date < $1.date }
        return ordered
    }

    /// The standing, for facts that are in order and rules of one role.
    func standingInOrder(on date: CivilDate, under rules: [RetentionRule]) -> Standing {
        guard let anchor = trainedOn.last(where: { $0 <= date }) else {
            return Standing(state: .untrained)
        }
        let judged = rules.inEffect(on: date).map {
            $0.standing(on: date, anchor: anchor, activities: activities)
        }
        return Standing(
            state: state(on: date, by: judged), anchor: anchor,
            currentUntil: judged.map(\.until).min(), rules: judged)
    }

    private func state(on date: CivilDate, by rules: [RuleStanding]) -> StandingState {
        if isRevoked(on: date) { return .revoked }
        if suspensions.contains(where: { $0.contains(date) }) { return .suspended }
        if rules.contains(where: \.lapsed) { return .lapsed }
        return rules.contains(where: \.hasCounting) ? .active : .provisional
    }
}
