import AdminProtocol
import Registry
import Store

extension Turn {
    /// `* change on=… of=… about=… was=… becomes=… …`, as a forecast lists it.
    var line: DataLine {
        var line = DataLine("change")
        line.add("on", date: on)
        line.add("of", word: what.rawValue)
        line.add("about", word: about)
        line.add("organisation", word: organisation)
        line.add("programme", word: programme)
        line.add("role", word: role?.rawValue)
        line.add("year", date: year)
        line.add("was", word: was)
        line.add("becomes", word: becomes)
        line.add("until", date: until)
        if !reasons.isEmpty { line.add("reasons", list: reasons.map(\.rawValue)) }
        return line
    }
}
