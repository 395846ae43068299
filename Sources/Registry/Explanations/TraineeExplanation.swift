/// Explains whether a person may attend a training: over the record that `TraineeRequest` judges.
package struct TraineeExplanation {
    private let request: TraineeRequest
    private let record: PersonRecord
    private let programmes: [ProgrammeCode: Programme]
    private let policy: Policy

    package init(
        _ request: TraineeRequest, record: PersonRecord,
        programmes: [ProgrammeCode: Programme], policy: Policy
    ) {
        self.request = request
        self.record = record
        self.programmes = programmes
        self.policy = policy
    }

    private var programme: Programme { request.programme }
    private var rules: AttendeeRules { request.rules(programmes: programmes, policy: policy) }

    /// The trainings and the standing that were looked at, the rows that decided, and a step for
    /// each broken rule.
    package func explain(_ judgement: Judgement) -> Explanation {
        var explanation = Explanation()
        if request.kind == .leader || request.kind == .cross {
            addPrerequisites(to: &explanation)
        }
        for training in record.programmes[programme.code]?.passed ?? [] {
            explanation.add(
                .training,
                [
                    .word("training", training.training),
                    .word("training-kind", training.kind.rawValue),
                    .flag("awarded", training.training == nil),
                    .day("from", training.span.from), .day("until", training.lastDay),
                ])
        }
        let leader = record.standing(in: programme, as: .leader, on: request.on)
        explanation.add(
            .standing,
            [
                .word("role", Role.leader.rawValue), .word("state", leader.state.rawValue),
                .day("anchor", leader.anchor), .day("current-until", leader.currentUntil),
            ])
        addRows(judgement, to: &explanation)
        explanation.steps = (judgement.reasons + judgement.warnings).map { step(for: $0, leader) }
        return explanation
    }

    private func addPrerequisites(to explanation: inout Explanation) {
        for prerequisite in programme.prerequisites.governing(on: request.on) {
            explanation.add(.prerequisite(programme.code, prerequisite))
            for code in prerequisite.alternatives {
                let met = rules.qualifyingTraining(of: record, in: code)
                explanation.add(
                    .prerequisite,
                    [
                        .word("programme", code), .flag("passed", met != nil),
                        .word("training", met?.training), .day("on", met?.lastDay),
                        prerequisite.mustBeCurrent
                            ? .flag("authorised", rules.isAuthorised(record, in: code)) : nil,
                    ])
            }
        }
    }

    private func addRows(_ judgement: Judgement, to explanation: inout Explanation) {
        if request.kind == .refresher {
            for row in policy.numbers.governing(on: request.on)
            where row.name == .refresherAfterMonths || row.name == .refresherEveryMonths {
                explanation.add(.number(row))
            }
        }
        let codes = Set((judgement.reasons + judgement.warnings).map(\.code))
        for row in policy.severities.governing(on: request.on) where codes.contains(row.code) {
            explanation.add(.severity(row))
        }
    }

    private func step(for reason: Reason, _ leader: Standing) -> NextStep {
        var step = NextStep(reason.code, advice: reason.advice)
        switch reason.code {
        case .refresherTooEarly, .refresherRepeated: step.from = rules.firstDay(after: reason)
        case .notALeader:
            let standing = StandingExplanation(
                record, in: programme, as: .leader, on: request.on, programmes: programmes,
                policy: policy)
            let mending = standing.explain(leader).steps.first
            step.advice = mending?.advice ?? reason.advice
            step.command = mending?.command
        case .duplicateTraining:
            step.from = reason.details.compactMap(\.until).max()?.next
        default: break
        }
        step.person = reason.person
        return step
    }
}

extension Reason.Detail {
    fileprivate var until: CivilDate? {
        guard key == "until", case .date(let date) = value else { return nil }
        return date
    }
}
