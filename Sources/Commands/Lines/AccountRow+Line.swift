import AdminProtocol
import Registry
import Store

extension AccountRow {
    var line: DataLine {
        var line = DataLine("account")
        line.add("id", word: id)
        line.add("name", text: name)
        line.add(grant)
        line.add("state", word: isDisabled ? "disabled" : "active")
        line.add("password", boolean: verifier != nil)
        line.add("tokens", integer: tokens)
        line.add("version", integer: version)
        return line
    }
}

extension TokenRow {
    /// The token, without what it says, as it is on `date`.
    func line(on date: CivilDate) -> DataLine {
        var line = DataLine("token")
        line.add("id", word: id)
        line.add("account", text: accountName)
        line.add("label", text: label)
        if let grant { line.add(grant) }
        line.add("until", date: until)
        line.add("state", word: isRevoked ? "revoked" : isGood(on: date) ? "good" : "ended")
        line.add("version", integer: version)
        return line
    }
}

extension DataLine {
    /// Roles and what they are bound to.
    fileprivate mutating func add(_ grant: AccountGrant) {
        add("role", list: grant.roles.names)
        add("person", word: grant.person)
        add("organisation", word: grant.organisation)
    }
}
