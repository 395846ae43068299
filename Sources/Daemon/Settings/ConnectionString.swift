internal import CLibpq

/// A libpq connection string that libpq itself understands, and that is never shown whole.
package struct ConnectionString: Sendable, Equatable {
    /// The string, with whatever secret it holds. Not for any message or log.
    package let text: String
    /// The same in `key=value` form, with `***` for secrets.
    package let redacted: String

    /// Reads `host=… dbname=…` or `postgresql://…`, several hosts included; nil for what libpq does
    /// not take. Why it does not take it is not told: libpq's words repeat parts of the string.
    init?(_ text: String) {
        guard !text.isEmpty, !text.utf8.contains(0),
            let options = PQconninfoParse(text, nil)
        else { return nil }
        defer { PQconninfoFree(options) }
        var parts: [String] = []
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val {
                let isSecret = Self.isSecret(option.pointee)
                let shown = isSecret ? "***" : Self.quoted(String(cString: value))
                parts.append("\(String(cString: keyword))=\(shown)")
            }
            option += 1
        }
        self.text = text
        redacted = parts.joined(separator: " ")
    }

    /// libpq marks what a dialog must not show with `*`. Both tests, for a newer libpq may have
    /// options whose mark is missing.
    private static func isSecret(_ option: PQconninfoOption) -> Bool {
        let mark = option.dispchar.map { String(cString: $0) } ?? ""
        let keyword = option.keyword.map { String(cString: $0) } ?? ""
        return mark == "*" || keyword.contains("password") || keyword.contains("secret")
    }

    private static func quoted(_ value: String) -> String {
        let plain = !value.isEmpty && !value.contains { " '\\".contains($0) }
        if plain { return value }
        let escaped = value.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined()
        return "'\(escaped)'"
    }
}
