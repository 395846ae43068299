/// What TAB can put at the end of what stands before the cursor.
package struct Completion: Sendable, Equatable {
    /// How many characters before the cursor the candidates take the place of.
    package let replaced: Int
    /// Sorted, each ending as it is to be put in: a name with `=`, a whole word with a space.
    package let candidates: [String]

    /// Completes the last token of a line, by the commands that it can still be.
    package init(of line: String, with vocabulary: Vocabulary) {
        var tokens = Self.tokens(line)
        let last = tokens.popLast() ?? ""
        if tokens.first?.hasPrefix("@") == true { tokens.removeFirst() }
        let found = Self.candidates(after: tokens, typing: last, vocabulary)
        replaced = found.isEmpty ? 0 : last.count
        candidates = Set(found).sorted()
    }

    /// The text that all candidates begin with.
    package var common: String {
        guard var common = candidates.first else { return "" }
        for candidate in candidates.dropFirst() {
            common = String(zip(common, candidate).prefix { $0 == $1 }.map(\.0))
        }
        return common
    }

    private static func candidates(
        after tokens: [String], typing last: String, _ vocabulary: Vocabulary
    ) -> [String] {
        let words = tokens.map { $0.lowercased() }
        let next = nextWords(after: words, typing: last, vocabulary)
        let match = vocabulary.commands.filter { words.starts(with: $0.words) }
            .max { $0.words.count < $1.words.count }
        guard let match else { return next }
        let rest = tokens.dropFirst(match.words.count)
        if match.takesWords {
            return next + nextWords(after: rest.map { $0.lowercased() }, typing: last, vocabulary)
        }
        return next + arguments(of: match, given: rest, typing: last, vocabulary)
    }

    private static func nextWords(
        after words: [String], typing last: String, _ vocabulary: Vocabulary
    ) -> [String] {
        vocabulary.commands
            .filter { $0.words.count > words.count && $0.words.starts(with: words) }
            .map { $0.words[words.count] }
            .filter { $0.hasPrefix(last.lowercased()) }
            .map { $0 + " " }
    }

    private static func arguments(
        of command: Vocabulary.Command, given: ArraySlice<String>, typing last: String,
        _ vocabulary: Vocabulary
    ) -> [String] {
        if let sign = last.firstIndex(of: "=") {
            let key = last[..<sign].lowercased()
            guard let argument = command.arguments.first(where: { $0.name == key }) else {
                return []
            }
            return choices(
                of: argument, head: String(last[...sign]), typing: last[sign...].dropFirst(),
                vocabulary)
        }
        let used = Set(given.compactMap { $0.firstIndex(of: "=").map($0.prefix(upTo:)) })
        let hasSubject = given.contains { !$0.contains("=") }
        let open = command.arguments.filter { !used.contains($0.name[...]) }
        let names = open.filter { !(hasSubject && $0.isSubject) }
            .map { "\($0.name)=" }.filter { $0.hasPrefix(last.lowercased()) }
        guard !hasSubject, let subject = open.first(where: \.isSubject) else { return names }
        return names + choices(of: subject, head: "", typing: last[...], vocabulary)
    }

    /// Choices for a value, which may be a list: then for what follows its last comma.
    private static func choices(
        of argument: Vocabulary.Argument, head: String, typing value: Substring,
        _ vocabulary: Vocabulary
    ) -> [String] {
        let comma = argument.isList ? value.lastIndex(of: ",") : nil
        let start = comma.map { value.index(after: $0) } ?? value.startIndex
        let (listed, typed) = (value[..<start], value[start...].lowercased())
        return (argument.choices + vocabulary.names(for: argument)).filter {
            $0.lowercased().hasPrefix(typed)
        }
        .map { "\(head)\(listed)\($0) " }
    }

    /// The tokens of a line, the last one unfinished and perhaps empty; quotes hold spaces
    /// together.
    private static func tokens(_ line: String) -> [String] {
        var tokens = [""]
        var isQuoted = false
        var isEscaped = false
        for character in line {
            if isEscaped {
                isEscaped = false
            } else if isQuoted, character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if !isQuoted, character == " " || character == "\t" {
                if tokens.last != "" { tokens.append("") }
                continue
            }
            tokens[tokens.count - 1].append(character)
        }
        return tokens
    }
}
