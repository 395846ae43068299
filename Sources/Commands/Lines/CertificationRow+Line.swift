import AdminProtocol
import Registry
import Store

extension CertificationRow {
    /// The certification with its standing on `date`, the day for which the row was read.
    func line(on date: CivilDate) -> DataLine {
        var line = DataLine("certification")
        line.add("id", word: id)
        line.add("person", word: person)
        line.add("programme", word: programme)
        line.add("role", word: role.rawValue)
        line.add("on", date: date)
        line.add("state", word: state.rawValue)
        line.add("authorised", boolean: state.isAuthorised)
        line.add("anchor", date: anchor)
        line.add("current-until", date: currentUntil)
        line.add("revoked-on", date: revokedOn)
        line.add("version", integer: version)
        return line
    }
}
