extension Judgement {
    /// What is judged of a day to come, as far as it can be known: what refuses on that day and
    /// would not today only warns. A licence or a standing that will have ended by then may be
    /// renewed before; what does not hold today either must be put right first.
    ///
    /// - Parameter today: the same course judged as if it were held today.
    package func ahead(of today: Judgement) -> Judgement {
        var ahead = self
        ahead.reasons.removeAll { $0.code.mayBeRenewed && !today.breaks($0) }
        ahead.warnings = reasons.filter { !ahead.reasons.contains($0) } + warnings
        return ahead
    }

    private func breaks(_ reason: Reason) -> Bool {
        (reasons + warnings + waived).contains {
            $0.code == reason.code && $0.person == reason.person
        }
    }
}

extension RuleCode {
    /// Whether what it asks for ends by itself, and can be had again before it is needed.
    fileprivate var mayBeRenewed: Bool {
        switch self {
        case .noLicence, .trainerNotAuthorised, .leaderNotAuthorised, .notALeader,
            .prerequisiteMissing:
            return true
        default: return false
        }
    }
}
