import AdminProtocol

/// What can be said to this server: the commands of `describe` with their arguments.
package struct Vocabulary: Sendable, Equatable {
    package struct Argument: Sendable, Equatable {
        package let name: String
        package let isSubject: Bool
        /// What the value may be, where that is a list.
        package let choices: [String]
        /// Whether the value is a list, split at commas.
        package let isList: Bool
        /// What the value names, where it is an id or a programme's code: `organisation`.
        package let things: [String]
    }

    package struct Command: Sendable, Equatable {
        /// In lower case.
        package let words: [String]
        /// Whether the words of a command may follow, as with `help`.
        package let takesWords: Bool
        package var arguments: [Argument] = []
    }

    package private(set) var commands: [Command] = []
    /// The names of things that have been seen in replies, by what they are, the latest last.
    private var names: [String: [String]] = [:]

    /// Names of one kind that are kept at most.
    static let maxNames = 500

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

    /// Remembers what a reply's data line names: the ids on it, and a programme's code.
    package mutating func learn(from row: DataRow) {
        for field in row {
            if field.key == "id" || (row.kind == "programme" && field.key == "code") {
                learn(field.value, as: row.kind)
            } else if let kind = Self.kindOfKey[field.key] {
                for name in field.value.split(separator: ",") { learn(String(name), as: kind) }
            }
        }
    }

    /// The names that an argument can take.
    func names(for argument: Argument) -> [String] {
        argument.things.flatMap { names[$0] ?? [] }
    }

    private mutating func learn(_ name: String, as kind: String) {
        guard WireText.isBare(name), names[kind]?.contains(name) != true else { return }
        names[kind, default: []].append(name)
        if let count = names[kind]?.count, count > Self.maxNames { names[kind]?.removeFirst() }
    }

    /// Keys under which lines name other things.
    private static let kindOfKey = [
        "organisation": "organisation", "parent": "organisation", "person": "person",
        "licence": "licence", "training": "training", "workshop": "workshop",
        "programme": "programme", "programmes": "programme", "trainers": "person",
        "leaders": "person", "passed": "person",
    ]

    private mutating func add(_ row: DataRow) {
        let words = Self.words(row["command"])
        guard let name = row["name"], let index = commands.lastIndex(where: { $0.words == words })
        else { return }
        let choices = (row["choices"] ?? "").split(separator: ",").map(String.init)
        commands[index].arguments.append(
            Argument(
                name: name, isSubject: row["subject"] == "yes", choices: choices,
                isList: row["list"] == "yes", things: Self.things(row)))
    }

    private static func things(_ row: DataRow) -> [String] {
        if row["type"] == "programme" { return ["programme"] }
        return (row["things"] ?? "").split(separator: ",").map(String.init)
    }

    private static func words(_ text: String?) -> [String] {
        (text ?? "").lowercased().split(separator: " ").map(String.init)
    }
}
