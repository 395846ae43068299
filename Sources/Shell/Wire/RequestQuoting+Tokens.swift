extension RequestQuoting {
    /// The tokens of a line as they stand, quotes included.
    static func tokens(of line: String) -> [String] {
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

    /// What a token stands for, if it is one quoted value as a whole: the name of a file may hold
    /// spaces.
    static func unquoted(_ token: String) -> String {
        guard token.count > 1, token.hasPrefix("\""), token.hasSuffix("\"") else { return token }
        var text = ""
        var isEscaped = false
        for character in token.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                text.append(character)
                isEscaped = false
            }
        }
        return text
    }
}
