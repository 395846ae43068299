import AdminProtocol
import Registry
import Store

extension TrainingRow {
    var line: DataLine {
        var line = DataLine("training")
        line.add("id", word: id)
        line.add("programme", word: programme)
        line.add("training-kind", word: kind.rawValue)
        line.add("format", word: format)
        line.add("days", halves: days)
        line.add("from", date: span.from)
        line.add("until", date: span.until)
        line.add("organisation", word: organisation)
        line.add("language", word: language)
        line.add("licence", word: licence)
        line.add("external-id", text: externalID)
        line.add("trainers", list: trainers)
        if state == .scheduled || !expected.isEmpty {
            line.add("attendees", list: expected)
        } else {
            line.add("passed", list: passed)
        }
        if !failed.isEmpty { line.add("failed", list: failed) }
        if isAsFound { line.add("as-found", boolean: true) }
        line.add("state", word: state.rawValue)
        if !waived.isEmpty { line.add("waived", list: waived.map(\.rawValue)) }
        line.add("version", integer: version)
        return line
    }
}

extension WorkshopRow {
    var line: DataLine {
        var line = DataLine("workshop")
        line.add("id", word: id)
        line.add("programme", word: programme)
        line.add("organisation", word: organisation)
        line.add("site", text: site)
        line.add("mode", word: mode)
        line.add("language", word: language)
        line.add("from", date: span.from)
        line.add("until", date: span.until)
        line.add("sessions", integer: sessions)
        line.add("minutes", integer: minutes)
        line.add("leaders", list: leaders)
        line.add("enrolled", integer: enrolled)
        line.add("completers", integer: completers)
        line.add("licence", word: licence)
        line.add("external-id", text: externalID)
        if isAsFound { line.add("as-found", boolean: true) }
        line.add("state", word: state.rawValue)
        if !waived.isEmpty { line.add("waived", list: waived.map(\.rawValue)) }
        line.add("version", integer: version)
        return line
    }
}
