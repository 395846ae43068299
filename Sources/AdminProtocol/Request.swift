/// A line that has been matched with its command: every argument is known, given once, not missing
/// and of its type. What it means is not yet looked at.
package struct Request: Sendable {
    package let tag: String?
    package let command: CommandSpec
    /// For `help` and `describe`: the words that follow, in lower case. Else empty.
    package let words: [String]
    /// The raw values by name, the subject under its name.
    package let arguments: [String: String]
    package let line: RequestLine

    init(
        line: RequestLine, command: CommandSpec, words: [String] = [],
        arguments: [String: String]
    ) {
        tag = line.tag
        self.command = command
        self.words = words
        self.arguments = arguments
        self.line = line
    }

    /// Whether the argument stands on the line, be it empty.
    package func isGiven(_ name: String) -> Bool {
        arguments[name] != nil
    }
}
