extension AttendeeRules {
    /// Kind leader or cross: every prerequisite in effect on the first day must be met.
    func prerequisiteMissing(_ person: PersonRecord) -> Reason? {
        guard kind == .leader || kind == .cross else { return nil }
        let unmet = programme.prerequisites.governing(on: first).filter { prerequisite in
            !prerequisite.alternatives.contains { code in
                qualifyingTraining(of: person, in: code) != nil
                    && (!prerequisite.mustBeCurrent || isAuthorised(person, in: code))
            }
        }
        guard !unmet.isEmpty else { return nil }
        let needs = unmet.flatMap(\.alternatives).map(\.text).withoutRepeats
        return reason(
            .prerequisiteMissing, person, [Reason.Detail("needs", .words(needs))],
            advice: unmet.map(sentence).joined(separator: " and "))
    }

    /// A leader, cross or master training of the programme that the person passed before the first
    /// day, where the certification it gave is not revoked on that day.
    func qualifyingTraining(
        of person: PersonRecord, in code: ProgrammeCode
    ) -> PassedTraining? {
        guard let record = person.programmes[code] else { return nil }
        return record.passed.first { training in
            guard training.kind.opensOtherProgrammes, training.lastDay < first,
                let role = training.kind.grants
            else { return false }
            return !record.isRevoked(role, on: first)
        }
    }

    /// Whether the person is authorised in the programme on the first day, in either role.
    func isAuthorised(_ person: PersonRecord, in code: ProgrammeCode) -> Bool {
        guard let programme = programmes[code] else { return false }
        return Role.allCases.contains {
            person.standing(in: programme, as: $0, on: first).isAuthorised
        }
    }

    private func sentence(_ prerequisite: Prerequisite) -> String {
        let names = prerequisite.alternatives.map(\.text).joined(separator: " or ")
        let current = prerequisite.mustBeCurrent ? " and be authorised in it on \(first)" : ""
        return "must pass \(names) training before \(first)\(current)"
    }
}

extension TrainingKind {
    /// Whether it makes someone trained in its programme, as prerequisites mean it.
    fileprivate var opensOtherProgrammes: Bool {
        switch self {
        case .leader, .cross, .master: true
        case .refresher, .update: false
        }
    }
}

extension [String] {
    fileprivate var withoutRepeats: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
