import AdminProtocol

/// What a line tells of who somebody is. Events keep it apart, so that it can be erased.
extension DataLine {
    private static let personalKeys: Set = [
        "name", "email", "external-id", "professions", "peer-for",
    ]

    /// The personal facts of a person's line; nil where there are none, and of any other line.
    var personal: DataLine? {
        guard kind == "person" else { return nil }
        let personal = fields.filter { Self.personalKeys.contains($0.key) }
        return personal.isEmpty ? nil : DataLine(kind, personal)
    }

    /// The line without them.
    var impersonal: DataLine {
        guard kind == "person" else { return self }
        return DataLine(kind, fields.filter { !Self.personalKeys.contains($0.key) })
    }
}
