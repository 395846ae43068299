/// One broken rule, with the facts that broke it.
package struct Reason: Hashable, Sendable {
    package var code: RuleCode
    /// The person it concerns, for the codes that give one reason per person.
    package var person: PersonID?
    /// Further facts in the order in which they are shown, such as `have` and `need`.
    package var details: [Detail]
    /// A sentence that says what to do about it, without a person's name.
    package var advice: String

    package init(
        _ code: RuleCode, person: PersonID? = nil, details: [Detail] = [], advice: String
    ) {
        self.code = code
        self.person = person
        self.details = details
        self.advice = advice
    }

    /// A fact of a reason, under the key by which the protocol shows it.
    package struct Detail: Hashable, Sendable {
        package var key: String
        package var value: Value

        package init(_ key: String, _ value: Value) {
            self.key = key
            self.value = value
        }
    }

    package enum Value: Hashable, Sendable {
        case word(String)
        case text(String)
        case number(Int)
        case date(CivilDate)
        case words([String])
    }
}

/// Broken rules sorted by what they do: refuse, or only warn.
package struct Judgement: Hashable, Sendable {
    /// Rules that refuse, in the order of the contract's table.
    package var reasons: [Reason]
    /// Rules that only warn.
    package var warnings: [Reason]

    /// Sorts `broken` by the severities in effect on `date`.
    package init(_ broken: [Reason], policy: Policy, on date: CivilDate) {
        reasons = []
        warnings = []
        for reason in broken {
            switch policy.severity(of: reason.code, on: date) {
            case .warn: warnings.append(reason)
            case .refuse, .waivable: reasons.append(reason)
            }
        }
    }

    package var isAllowed: Bool { reasons.isEmpty }
}
