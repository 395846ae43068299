import AdminProtocol
import Registry
import Store

extension OrganisationRow {
    var line: DataLine {
        var line = DataLine("organisation")
        line.add("id", word: id)
        line.add("name", text: name)
        line.add("country", word: country)
        line.add("sector", word: sector)
        line.add("parent", word: parent)
        line.add("timezone", text: timezone)
        line.add("contact", text: contact)
        line.add("external-id", text: externalID)
        line.add("closed-on", date: closedOn)
        line.add("version", integer: version)
        return line
    }
}
