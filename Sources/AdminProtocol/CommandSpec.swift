/// What the protocol knows of a command: its words and its arguments.
///
/// Example: `CommandSpec(["licence", "show"], "Shows a licence.", arguments: […],
/// example: "licence show L-1")`
package struct CommandSpec: Sendable, Hashable {
    /// In lower case: `["licence", "grant"]`.
    package var words: [String]
    /// One sentence for `help`.
    package var summary: String
    /// The command's own arguments, the subject first.
    package var arguments: [ArgumentSpec]
    /// A write takes `request`, `dry-run` and `reason` too.
    package var isWrite: Bool
    /// A write of a thing that exists takes `if-version` too.
    package var changesExisting: Bool
    /// Whether a command's words follow, as with `help` and `describe`.
    package var takesWords: Bool
    /// A whole line that works.
    package var example: String

    package init(
        _ words: [String], _ summary: String, arguments: [ArgumentSpec] = [],
        isWrite: Bool = false, changesExisting: Bool = false, takesWords: Bool = false,
        example: String
    ) {
        self.words = words
        self.summary = summary
        self.arguments = arguments
        self.isWrite = isWrite
        self.changesExisting = changesExisting
        self.takesWords = takesWords
        self.example = example
    }

    /// The words as one text: `licence grant`.
    package var name: String {
        words.joined(separator: " ")
    }

    /// The command's own arguments and those that it has as a write. An own argument goes before a
    /// shared one of the same name, so that a command can ask for a reason.
    package var allArguments: [ArgumentSpec] {
        guard isWrite else { return arguments }
        let shared = ArgumentSpec.ofWrites + (changesExisting ? [.ofChanges] : [])
        return arguments + shared.filter { extra in !arguments.contains { $0.name == extra.name } }
    }

    package var subject: ArgumentSpec? {
        arguments.first(where: \.isSubject)
    }

    package func argument(_ name: String) -> ArgumentSpec? {
        allArguments.first { $0.name == name }
    }
}
