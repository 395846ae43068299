import AdminProtocol
import Registry
package import Store

extension Finding {
    /// `* item rule=… about=… …`, as a run lists it.
    var line: DataLine {
        var line = DataLine("item")
        addKeys(to: &line)
        return line
    }

    /// The keys of an item, which a notice has too.
    fileprivate func addKeys(to line: inout DataLine) {
        line.add("rule", word: rule.rawValue)
        line.add("about", word: about)
        line.add("programme", word: programme)
        line.add("role", word: role?.rawValue)
        line.add("organisation", word: organisation)
        line.add("until", date: until)
        line.add("threshold", integer: threshold)
        if !reasons.isEmpty { line.add("reasons", list: reasons.map(\.rawValue)) }
    }
}

extension NoticeRow {
    var line: DataLine {
        var line = DataLine("notice")
        line.add("id", word: id)
        line.add("on", date: on)
        finding.addKeys(to: &line)
        line.add("state", word: state.rawValue)
        line.add("snoozed-until", date: snoozedUntil)
        line.add("owner", text: owner)
        line.add("delivery", word: delivery?.rawValue)
        line.add("version", integer: version)
        return line
    }

    /// The line as one JSON object, for programs that are told of it.
    package var json: String { line.json }
}
