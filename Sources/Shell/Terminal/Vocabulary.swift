/// What can be said to this server: the commands of `describe` with their arguments.
package struct Vocabulary: Sendable, Equatable {
    package struct Argument: Sendable, Equatable {
        package let name: String
        package let isSubject: Bool
        /// What the value may be, where that is a list.
        package let choices: [String]
        /// Whether the value is a list, split at commas.
        package let isList: Bool
    }

    package struct Command: Sendable, Equatable {
        /// In lower case.
        package let words: [String]
        /// Whether the words of a command may follow, as with `help`.
        package let takesWords: Bool
        package var arguments: [Argument] = []
    }

    package private(set) var commands: [Command] = []

    /// A server that describes nothing completes nothing.
    package static let empty = Vocabulary(describedBy: [])

    /// Reads the data lines of `describe`: `* command words="licence grant" …` and, for each of its
    /// arguments, `* argument command="licence grant" name=type choices=single,multiple …`. Lines
    /// of other kinds and keys that are not known are passed over, so that a newer server does not
    /// break an older shell.
    package init(describedBy rows: [DataRow]) {
        for row in rows {
            switch row.kind {
            case "command":
                let words = Self.words(row["words"])
                if words.isEmpty { continue }
                commands.append(Command(words: words, takesWords: row["takes-words"] == "yes"))
            case "argument": add(row)
            default: break
            }
        }
    }

    private mutating func add(_ row: DataRow) {
        let words = Self.words(row["command"])
        guard let name = row["name"], let index = commands.lastIndex(where: { $0.words == words })
        else { return }
        let choices = (row["choices"] ?? "").split(separator: ",").map(String.init)
        commands[index].arguments.append(
            Argument(
                name: name, isSubject: row["subject"] == "yes", choices: choices,
                isList: row["list"] == "yes"))
    }

    private static func words(_ text: String?) -> [String] {
        (text ?? "").lowercased().split(separator: " ").map(String.init)
    }
}
