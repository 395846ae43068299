/// Explains the standing of a person in one role of a programme: over the record and the standing
/// that was judged by it.
package struct StandingExplanation {
    var person: PersonRecord
    var programme: Programme
    var role: Role
    var date: CivilDate
    /// Whose own rules count too.
    var organisation: OrganisationID?
    var programmes: [ProgrammeCode: Programme]
    var policy: Policy

    package init(
        _ person: PersonRecord, in programme: Programme, as role: Role, on date: CivilDate,
        for organisation: OrganisationID? = nil, programmes: [ProgrammeCode: Programme],
        policy: Policy
    ) {
        self.person = person
        self.programme = programme
        self.role = role
        self.date = date
        self.organisation = organisation
        self.programmes = programmes
        self.policy = policy
    }

    /// The anchor, then what was decided about the certification, then each rule with its windows.
    package func explain(_ standing: Standing) -> Explanation {
        var explanation = Explanation()
        let facts = person.history(in: programme.code, as: role)
        if let anchor = standing.anchor { addAnchor(anchor, to: &explanation) }
        for span in facts.suspensions {
            explanation.add(
                .suspension,
                [
                    .word("role", role.rawValue), .day("from", span.from),
                    .day("until", span.until), .flag("holds", span.contains(date)),
                ])
        }
        if let revokedOn = facts.revokedOn {
            explanation.add(
                .revocation,
                [
                    .word("role", role.rawValue), .day("from", revokedOn),
                    .flag("holds", revokedOn <= date),
                ])
        }
        let history = OrderedHistory(facts)
        for rule in standing.rules {
            explanation.add(.retention(rule.rule))
            addWindows(of: rule, history.activities(for: rule.rule), to: &explanation)
        }
        for rule in standing.lacks { explanation.add(.experience(rule)) }
        explanation.steps = steps(standing, facts)
        return explanation
    }

    private func addAnchor(_ anchor: CivilDate, to explanation: inout Explanation) {
        let training = person.programmes[programme.code]?.passed.first {
            $0.kind.grants == role && $0.lastDay == anchor
        }
        guard let training else { return }
        explanation.add(
            .anchor,
            [
                .word("role", role.rawValue), .word("training", training.training),
                .word("training-kind", training.kind.rawValue),
                .flag("awarded", training.training == nil), .day("on", anchor),
            ])
    }

    private func addWindows(
        of rule: RuleStanding, _ activities: [Activity], to explanation: inout Explanation
    ) {
        for (index, window) in rule.windows.enumerated() {
            let counted = activities.first {
                window.counted.first == $0.date
                    && $0.counts(among: rule.rule.counted(inWindow: index))
            }
            let isPast = window.last < date
            let state = counted != nil ? "kept" : isPast ? "missed" : "open"
            explanation.add(
                .window,
                [
                    .word("role", role.rawValue), .word("rule", rule.rule.name),
                    .day("from", window.first), .day("until", window.last),
                    .word("state", state), .word("activity", counted?.course),
                    .day("on", counted?.date),
                ])
        }
    }
}
