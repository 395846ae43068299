import AdminProtocol
import Registry
import Store

extension DataLine {
    /// That a course is recorded goes without saying.
    var withoutUsualState: DataLine {
        var line = self
        line.fields.removeAll {
            $0.key == "state" && $0.value.plain == CourseState.recorded.rawValue
        }
        return line
    }
}

extension PolicyRow {
    /// The row as the kind of file takes it, nil where it belongs into the other. Its first day
    /// always stands there: left out, it would be that of the import.
    func exported(as kind: TransferKind) -> DataLine? {
        let isPrerequisite = if case .prerequisite = self { true } else { false }
        guard isPrerequisite == (kind == .prerequisites) else { return nil }
        var line = line(version: 1)
        if isPrerequisite { line.add("code", word: programme) }
        if effective.from == .first { line.add("from", date: effective.from) }
        return line
    }
}

extension CertificationMark {
    var line: DataLine {
        var line = DataLine("mark")
        line.add("person", word: person)
        line.add("programme", word: programme)
        line.add("role", word: role.rawValue)
        line.add("from", date: days.from)
        line.add("until", date: days.until)
        return line
    }
}

extension AffiliationRow {
    var line: DataLine {
        var line = DataLine("affiliation")
        line.add("person", word: person)
        line.add("organisation", word: organisation)
        line.add("from", date: span.from)
        line.add("until", date: span.until)
        return line
    }
}

extension CoverageRow {
    var line: DataLine {
        var line = DataLine("coverage")
        line.add("licence", word: licence)
        line.add("organisation", word: coverage.organisation)
        line.add("from", date: coverage.span.from)
        line.add("until", date: coverage.span.until)
        return line
    }
}

extension Award {
    var line: DataLine {
        var line = DataLine("award")
        line.add("person", word: person)
        line.add("programme", word: programme)
        line.add("role", word: role.rawValue)
        line.add("trained-on", date: trainedOn)
        line.add("evidence", text: evidence)
        if isVoid { line.add("state", word: CourseState.void.rawValue) }
        return line
    }
}
