import AdminProtocol
import Registry
import Store

extension PersonRow {
    /// The person with the organisations they belong or belonged to.
    func line(_ affiliations: [AffiliationRow]) -> DataLine {
        let own = affiliations.filter { $0.person == id }
        var line = DataLine("person")
        line.add("id", word: id)
        if erasedOn == nil { line.add("name", text: name) }
        line.add("email", text: email)
        line.add("external-id", text: externalID)
        if !professions.isEmpty { line.add("professions", list: professions) }
        if !peerFor.isEmpty { line.add("peer-for", list: peerFor) }
        if !own.isEmpty {
            line.add("affiliations", list: own.map { "\($0.organisation):\($0.span.text)" })
        }
        line.add("erased-on", date: erasedOn)
        line.add("merged-into", word: mergedInto)
        if !merged.isEmpty { line.add("merged", list: merged) }
        line.add("version", integer: version)
        return line
    }
}
