extension StandingExplanation {
    /// What would make the person authorised, or what keeps who is.
    func steps(_ standing: Standing, _ facts: CertificationHistory) -> [NextStep] {
        switch standing.state {
        case .untrained: return [trainingStep(isRestoring: false)]
        case .revoked:
            return [mending("a revoked certification is not given back: choose another person")]
        case .suspended: return [reinstatement(facts)]
        case .lapsed: return [trainingStep(isRestoring: true)] + experienceSteps(standing)
        case .provisional, .active:
            return standing.rules.map(keepingStep) + experienceSteps(standing)
        }
    }

    /// The rule that refuses who is not authorised in the role.
    private var code: RuleCode {
        role == .leader ? .leaderNotAuthorised : .trainerNotAuthorised
    }

    private func mending(_ advice: String, command: String? = nil) -> NextStep {
        var step = NextStep(code, advice: advice, command: command)
        step.role = role
        return step
    }

    private func reinstatement(_ facts: CertificationHistory) -> NextStep {
        let span = facts.suspensions.first { $0.contains(date) }
        var step = mending(
            "reinstate the certification as \(role.rawValue) of \(programme.code)",
            command: "certification reinstate person=\(person.id) programme=\(programme.code) "
                + "role=\(role.rawValue) from=\(date)")
        step.from = span?.until?.next
        return step
    }

    /// The shortest training that the person may attend on the day and that grants the role.
    private func trainingStep(isRestoring: Bool) -> NextStep {
        let usable: [TrainingKind] =
            role == .masterTrainer ? [.master] : [.refresher, .cross, .leader]
        let formats = programme.formats.filter {
            usable.contains($0.kind) && (isRestoring || $0.kind != .refresher)
        }.sorted { $0.shortest < $1.shortest }
        guard let shortest = formats.first else {
            return mending("nobody is trained in \(programme.code) by itself")
        }
        if let open = formats.first(where: { refusals(of: $0.kind).isEmpty }) {
            return mending(
                "pass a \(open.kind.rawValue) training of \(programme.code), "
                    + "\(open.shortest) days in the format \(open.name)")
        }
        let kind = formats.last?.kind ?? shortest.kind
        let advice = refusals(of: kind).map(\.advice).joined(separator: "; ")
        return mending(
            "before a \(kind.rawValue) training of \(programme.code) can be taken: \(advice)")
    }

    private func refusals(of kind: TrainingKind) -> [Reason] {
        TraineeRequest(person: person.id, programme: programme, kind: kind, on: date)
            .judge(record: person, programmes: programmes, policy: policy).reasons
    }

    /// What is due next by a rule that is kept so far.
    private func keepingStep(_ standing: RuleStanding) -> NextStep {
        let index = standing.windows.count - 1
        let isKept = standing.windows.last.map { !$0.counted.isEmpty } ?? false
        let counted = standing.rule.counted(inWindow: isKept ? index + 1 : index)
        var step = NextStep(nil, advice: "\(Self.phrase(counted)) by \(standing.until)")
        step.role = role
        step.rule = standing.rule.name
        step.from = isKept ? standing.windows.last?.last.next : nil
        step.by = standing.until
        return step
    }

    private func experienceSteps(_ standing: Standing) -> [NextStep] {
        standing.lacks.map { rule in
            let needs = rule.needs.map(\.text).joined(separator: " or ")
            var step = mending("\(Self.phrase(rule.counts)) of \(needs) first")
            step.rule = rule.name
            return step
        }
    }

    /// `lead one workshop (in-person or virtual) or give one leader training`.
    static func phrase(_ counted: Set<CountedActivity>) -> String {
        var modes: [String] = []
        var kinds: [String] = []
        for activity in counted.sorted(by: { $0.text < $1.text }) {
            switch activity {
            case .anyWorkshop: continue
            case .workshop(let mode): modes.append(mode)
            case .training(let kind): kinds.append(kind.rawValue)
            }
        }
        var ways: [String] = []
        if counted.contains(.anyWorkshop) {
            ways.append("lead one workshop")
        } else if !modes.isEmpty {
            ways.append("lead one workshop (\(modes.joined(separator: " or ")))")
        }
        if !kinds.isEmpty { ways.append("give one \(kinds.joined(separator: " or ")) training") }
        return ways.joined(separator: " or ")
    }
}
