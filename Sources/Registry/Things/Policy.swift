/// A number of policy with the days on which it holds.
package struct PolicyNumber: Hashable, Sendable, Effective {
    package var name: Name
    /// One number for all but the ladder, whose rungs are given in any order.
    package var values: [Int]
    package var effective: DateSpan

    package init(name: Name, values: [Int], effective: DateSpan) {
        self.name = name
        self.values = values
        self.effective = effective
    }

    package enum Name: String, Hashable, CaseIterable, Sendable {
        /// Months of a licence granted without an `until` (36).
        case licenceTermMonths = "licence-term-months"
        /// Days after an annual report's due date before it is overdue (none stated: 0).
        case reportGraceDays = "report-grace-days"
        /// Months after the anchor before a refresher may be taken (12).
        case refresherAfterMonths = "refresher-after-months"
        /// Months after a refresher before the next (24).
        case refresherEveryMonths = "refresher-every-months"
        /// Fewest trainers of a leader, cross or master training (2).
        case trainersOfTraining = "trainers-of-training"
        /// Fewest trainers of a refresher or update (1).
        case trainersOfRefresher = "trainers-of-refresher"
        /// Days before an end at which a notice is due (90, 60, 30, 7).
        case expiryLadderDays = "expiry-ladder-days"
    }
}

/// How a broken rule is taken, with the days on which it is.
package struct SeverityRow: Hashable, Sendable, Effective {
    package var code: RuleCode
    package var severity: Severity
    package var effective: DateSpan

    package init(code: RuleCode, severity: Severity, effective: DateSpan) {
        self.code = code
        self.severity = severity
        self.effective = effective
    }
}

/// What a broken rule does to a request.
package enum Severity: String, Hashable, CaseIterable, Sendable {
    case refuse, warn
    /// Refuses unless an administrator waives it with a reason.
    case waivable
}

/// The policy rows of the registry; asked for a date, it gives the numbers of that date.
package struct Policy: Hashable, Sendable {
    package var numbers: [PolicyNumber]
    package var severities: [SeverityRow]

    package init(numbers: [PolicyNumber], severities: [SeverityRow]) {
        self.numbers = numbers
        self.severities = severities
    }

    /// The values in effect, those of the latest row where several are; empty where none is.
    package func values(_ name: PolicyNumber.Name, on date: CivilDate) -> [Int] {
        numbers.filter { $0.name == name && $0.effective.contains(date) }
            .max { $0.effective.from < $1.effective.from }?.values ?? []
    }

    /// The number in effect, or 0 where the registry has none: "none stated".
    package func number(_ name: PolicyNumber.Name, on date: CivilDate) -> Int {
        values(name, on: date).first ?? 0
    }

    /// How a broken rule is taken on `date`; `refuse` where no row says otherwise.
    package func severity(of code: RuleCode, on date: CivilDate) -> Severity {
        severities.filter { $0.code == code && $0.effective.contains(date) }
            .max { $0.effective.from < $1.effective.from }?.severity ?? .refuse
    }
}
