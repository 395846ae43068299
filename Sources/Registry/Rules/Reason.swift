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
        case flag(Bool)
    }
}

/// Broken rules sorted by what they do: refuse, or only warn.
package struct Judgement: Hashable, Sendable {
    /// Rules that refuse, in the order of the contract's table.
    package var reasons: [Reason]
    /// Rules that only warn.
    package var warnings: [Reason]
    /// Rules that would refuse and were set aside.
    package var waived: [Reason]

    /// Sorts `broken` by the severities in effect on `date`. Of those that are waivable then, the
    /// ones of `waiving` are set aside, for everyone whom they concern.
    package init(
        _ broken: [Reason], policy: Policy, on date: CivilDate, waiving: Set<RuleCode> = []
    ) {
        reasons = []
        warnings = []
        waived = []
        for reason in broken {
            switch policy.severity(of: reason.code, on: date) {
            case .warn: warnings.append(reason)
            case .refuse: reasons.append(reason)
            case .waivable where waiving.contains(reason.code):
                waived.append(reason.with("waived"))
            case .waivable: reasons.append(reason.with("waivable"))
            }
        }
    }

    package var isAllowed: Bool { reasons.isEmpty }

    /// The codes of the rules that were set aside, in the order of the table, each once.
    package var waivedCodes: [RuleCode] {
        let codes = Set(waived.map(\.code))
        return RuleCode.allCases.filter(codes.contains)
    }
}

extension Reason {
    /// The same with a flag among its facts.
    fileprivate func with(_ flag: String) -> Reason {
        var reason = self
        reason.details.append(Detail(flag, .flag(true)))
        return reason
    }
}
