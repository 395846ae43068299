import AdminProtocol
import Registry

extension Explanation {
    /// `* evidence of=…` lines, then `* next …` lines.
    ///
    /// - Parameters:
    ///   - questions: `offer` or `train` for each broken rule, in checks of organisations.
    ///   - showsPeers: whether the account may see who lives with the condition.
    func lines(for questions: [RuleCode: [String]] = [:], showsPeers: Bool) -> [DataLine] {
        evidence.map { $0.line(showsPeers: showsPeers) }
            + steps.map { $0.line(for: $0.code.flatMap { questions[$0] } ?? []) }
    }
}

extension Evidence {
    fileprivate func line(showsPeers: Bool) -> DataLine {
        var line = DataLine("evidence")
        switch self {
        case .fact(let what, let details):
            line.add("of", word: what.rawValue)
            for detail in details {
                if detail.key == OrganisationExplanation.peerKey, !showsPeers { continue }
                line.add(detail.key, detail.value.field)
            }
        case .row(let row):
            line.add("of", word: "policy")
            line.fields += row.line(version: 0).fields.filter { $0.key != "version" }
        }
        return line
    }
}

extension NextStep {
    fileprivate func line(for questions: [String]) -> DataLine {
        var line = DataLine("next")
        if !questions.isEmpty { line.add("for", list: questions) }
        line.add("code", word: code?.rawValue)
        line.add("person", word: person)
        line.add("role", word: role?.rawValue)
        line.add("rule", word: rule)
        line.add("from", date: from)
        line.add("by", date: by)
        if !people.isEmpty { line.add("people", list: people) }
        line.add("advice", text: advice)
        line.add("command", text: command)
        return line
    }
}
