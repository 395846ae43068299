import AdminProtocol
import Registry

extension PolicyRow {
    /// The row under the keys by which `policy set` takes it.
    func line(version: Int) -> DataLine {
        var line = DataLine("policy")
        line.add("id", word: id)
        switch self {
        case .number(let number):
            line.add("number", word: number.name.rawValue)
            if number.values.count == 1 {
                line.add("value", integer: number.values[0])
            } else {
                line.add("value", list: number.values)
            }
        case .severity(let severity):
            line.add("severity", word: severity.code.rawValue)
            line.add("value", word: severity.severity.rawValue)
        case .retention(let rule): rule.addTerms(to: &line)
        case .experience(let rule): rule.addTerms(to: &line)
        case .prerequisite(let code, let prerequisite):
            line.add("programme", word: code)
            line.add("needs", list: prerequisite.alternatives)
            line.add("standing", word: prerequisite.standing)
        }
        line.addDays(effective)
        line.add("source", text: source)
        line.add("version", integer: version)
        return line
    }
}

extension RetentionRule {
    fileprivate func addTerms(to line: inout DataLine) {
        line.add("retention", word: name)
        line.add("role", word: role.rawValue)
        line.add("programme", word: programme)
        line.add("organisation", word: organisation)
        line.add("first", integer: firstMonths)
        line.add("later", integer: laterMonths)
        line.add("counts-first", list: countsFirst.map(\.text).sorted())
        line.add("counts-later", list: countsLater.map(\.text).sorted())
        if countsIn == .any { line.add("counts-in", word: countsIn.rawValue) }
        line.add("trained-in", word: trainedIn?.rawValue)
    }
}

extension ExperienceRule {
    fileprivate func addTerms(to line: inout DataLine) {
        line.add("experience", word: name)
        line.add("role", word: role.rawValue)
        line.add("programme", word: programme)
        line.add("organisation", word: organisation)
        line.add("needs", list: needs)
        line.add("counts", list: counts.map(\.text).sorted())
    }
}

extension Prerequisite {
    /// `current` where the person must be authorised too, else `trained`.
    var standing: String { mustBeCurrent ? "current" : "trained" }
}

extension DataLine {
    /// The days on which a row is in effect; a row that always was says nothing.
    mutating func addDays(_ span: DateSpan) {
        if span.from > .first { add("from", date: span.from) }
        add("until", date: span.until)
    }
}
