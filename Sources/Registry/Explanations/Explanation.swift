/// What a verdict stands on, and what would change it. Made from the very facts that were judged;
/// it decides nothing.
package struct Explanation: Hashable, Sendable {
    package var evidence: [Evidence] = []
    package var steps: [NextStep] = []

    package init() {}

    mutating func add(_ what: Evidence.What, _ details: [Reason.Detail?]) {
        evidence.append(.fact(what, details.compactMap { $0 }))
    }

    /// Adds a row of policy, unless it was shown already.
    mutating func add(_ row: PolicyRow) {
        if !evidence.contains(.row(row)) { evidence.append(.row(row)) }
    }
}

/// A fact that was looked at, or a row of policy that decided.
package enum Evidence: Hashable, Sendable {
    case fact(What, [Reason.Detail])
    case row(PolicyRow)

    package enum What: String, Hashable, CaseIterable, Sendable {
        case organisation, programme, licence, report, affiliate, anchor, suspension, revocation
        case window, prerequisite, standing, training
    }
}

/// The cheapest step that would mend a broken rule, or that keeps what would be lost.
package struct NextStep: Hashable, Sendable {
    /// The broken rule; of a person the one that would refuse them. Nil where nothing is broken.
    package var code: RuleCode?
    package var person: PersonID?
    package var role: Role?
    /// The retention rule that it keeps.
    package var rule: String?
    /// The first day on which it can be done or helps.
    package var from: CivilDate?
    /// The last day on which it is in time.
    package var by: CivilDate?
    /// People with whom it could be done, lowest number first.
    package var people: [PersonID] = []
    /// A sentence that says what to do, without a person's name.
    package var advice: String
    /// A line of the protocol that does it, where one line can.
    package var command: String?

    package init(_ code: RuleCode?, advice: String, command: String? = nil) {
        self.code = code
        self.advice = advice
        self.command = command
    }
}

extension Reason.Detail {
    static func day(_ key: String, _ date: CivilDate?) -> Reason.Detail? {
        date.map { Reason.Detail(key, .date($0)) }
    }

    static func word(_ key: String, _ word: (some CustomStringConvertible)?) -> Reason.Detail? {
        word.map { Reason.Detail(key, .word($0.description)) }
    }

    static func words(_ key: String, _ words: [some CustomStringConvertible]) -> Reason.Detail? {
        words.isEmpty ? nil : Reason.Detail(key, .words(words.map(\.description)))
    }

    static func flag(_ key: String, _ flag: Bool) -> Reason.Detail? {
        Reason.Detail(key, .flag(flag))
    }
}
