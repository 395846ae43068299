/// The attributes of a SCRAM message: `r=abc,s=def`, each one letter and a value.
struct ScramAttributes {
    private let pairs: [(name: Character, value: Substring)]

    /// Nil where a part is not an attribute, or the message is too long.
    init?(_ message: some StringProtocol) {
        guard message.utf8.count <= ScramLimits.maxMessage else { return nil }
        var pairs: [(Character, Substring)] = []
        for part in message.split(separator: ",", omittingEmptySubsequences: false) {
            let name = part.first
            guard let name, name.isASCII, name.isLetter, part.dropFirst().first == "=" else {
                return nil
            }
            pairs.append((name, Substring(part.dropFirst(2))))
        }
        self.pairs = pairs
    }

    /// The values of the first attributes, where they have these names in this order.
    func values(_ names: Character...) -> [String]? {
        guard pairs.count >= names.count, zip(pairs, names).allSatisfy({ $0.name == $1 }) else {
            return nil
        }
        return pairs.prefix(names.count).map { String($0.value) }
    }

    var count: Int { pairs.count }
    var last: (name: Character, value: Substring)? { pairs.last }
}

/// A name as SCRAM writes it: with `=2C` for a comma and `=3D` for an equals sign.
enum SaslName {
    static func encode(_ name: String) -> String {
        name.replacing("=", with: "=3D").replacing(",", with: "=2C")
    }

    /// Nil where an equals sign begins anything else, or nothing is left.
    static func decode(_ text: String) -> String? {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        var name = String(parts.first ?? "")
        for part in parts.dropFirst() {
            if part.hasPrefix("2C") {
                name += ","
            } else if part.hasPrefix("3D") {
                name += "="
            } else {
                return nil
            }
            name += part.dropFirst(2)
        }
        return name.isEmpty ? nil : name
    }
}
