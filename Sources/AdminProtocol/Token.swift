/// One token of a line: `key=value`, or a value alone.
///
/// Example: `name="Pain Alliance West"` has the key `name` and is quoted.
package struct Token: Sendable, Hashable {
    package var key: String?
    /// The value without quotes, its escapes undone.
    package var value: String
    /// Whether the value stood in quotes. A quoted token never names a command.
    package var isQuoted: Bool

    package init(key: String? = nil, value: String, isQuoted: Bool = false) {
        self.key = key
        self.value = value
        self.isQuoted = isQuoted
    }

    /// Whether the token can be one word of a command: `ALPHA *(ALPHA / DIGIT / "-")`, no key,
    /// no quotes.
    package var isWord: Bool {
        key == nil && !isQuoted && value.utf8.isName
    }

    /// Whether the token looks like an id, such as `L-1`.
    var isID: Bool {
        let bytes = value.utf8
        return key == nil && bytes.count > 2 && bytes.dropFirst().first == .hyphen
            && bytes.first?.isAlpha == true && bytes.dropFirst(2).allSatisfy(\.isDigit)
    }

    /// Writes the token as short as it goes: bare where the value can be, else quoted.
    package func append(to bytes: inout [UInt8]) {
        if let key {
            bytes.append(contentsOf: key.utf8)
            bytes.append(.equals)
        }
        WireText.append(value, to: &bytes)
    }
}
