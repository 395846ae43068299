/// The table of commands, and the matching of lines with it.
package struct Grammar: Sendable {
    package let commands: [CommandSpec]
    private let byName: [String: CommandSpec]
    private let mostWords: Int

    /// - Parameter commands: in the order in which `help` shows them. Of two with the same words
    ///   the first stands; `faults` names the other.
    package init(_ commands: [CommandSpec]) {
        self.commands = commands
        byName = Dictionary(commands.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        mostWords = commands.map(\.words.count).max() ?? 0
    }

    /// Finds the command of the line, longest words first, and gives its arguments their names.
    ///
    /// - Throws: `unknown-command`, `unknown-argument`, `duplicate-argument`, `missing-argument`,
    ///   `bad-value`, or `syntax` where two values have no key; under the line's tag.
    package func match(_ line: RequestLine) throws(ProtocolError) -> Request {
        do throws(ProtocolError) {
            guard let command = command(of: line) else {
                throw unknownCommand(words: Self.leadingWords(of: line))
            }
            let rest = line.tokens.dropFirst(command.words.count)
            return try request(command, rest: rest, line: line)
        } catch {
            throw error.tagged(line.tag)
        }
    }

    /// The command that the line begins with, whatever its arguments; nil where there is none.
    package func command(of line: RequestLine) -> CommandSpec? {
        command(
            longestOf: line.tokens.prefix(mostWords).prefix(while: \.isWord)
                .map { $0.value.lowercased() })
    }

    /// The command with exactly these words, whatever their case.
    package func command(named words: [String]) -> CommandSpec? {
        byName[words.joined(separator: " ").lowercased()]
    }

    /// The commands whose words begin with these: one, a group such as `licence`, or all for none.
    package func commands(under words: [String]) -> [CommandSpec] {
        let words = words.map { $0.lowercased() }
        return commands.filter { $0.words.starts(with: words) }
    }

    private func command(longestOf words: [String]) -> CommandSpec? {
        for count in stride(from: words.count, to: 0, by: -1) {
            if let command = byName[words.prefix(count).joined(separator: " ")] { return command }
        }
        return nil
    }

    /// The words that were meant to name a command: an id is one too, and never is meant so.
    private static func leadingWords(of line: RequestLine) -> [String] {
        line.tokens.prefix { $0.isWord && !$0.isID }.prefix(ProtocolLimits.maxCommandWords)
            .map { $0.value.lowercased() }
    }

    private func request(
        _ command: CommandSpec, rest: ArraySlice<Token>, line: RequestLine
    ) throws(ProtocolError) -> Request {
        if command.takesWords {
            guard rest.allSatisfy(\.isWord) else {
                throw .syntax("\(command.name) takes the words of a command and nothing else.")
            }
            let words = rest.map { $0.value.lowercased() }
            return Request(line: line, command: command, words: words, arguments: [:])
        }
        let binding = try ArgumentBinding(command, tokens: rest)
        return Request(line: line, command: command, arguments: binding.values)
    }
}
