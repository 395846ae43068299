/// A list that the server gives in pages: how the next one is asked for.
package struct ListPages: Sendable {
    private let tokens: [String]

    /// - Parameter request: the line as it was sent, without `after=`.
    package init(_ request: String) {
        tokens = Self.tokens(request).filter { !$0.hasPrefix("after=") }
    }

    /// The request for what comes after a page; nil where that was the last.
    package func next(after outcome: Outcome) -> String? {
        guard outcome.status == .ok, outcome["more"] == "yes",
            let next = outcome["next"], let token = try? RequestQuoting.token("after=\(next)")
        else { return nil }
        return (tokens + [token]).joined(separator: " ")
    }

    /// The tokens as they stand, quotes included.
    private static func tokens(_ line: String) -> [String] {
        var tokens: [String] = []
        var token = ""
        var isQuoted = false
        var isEscaped = false
        for character in line {
            if !isQuoted, character == " " || character == "\t" {
                if !token.isEmpty { tokens.append(token) }
                token = ""
                continue
            }
            token.append(character)
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && !isEscaped
        }
        return token.isEmpty ? tokens : tokens + [token]
    }
}
