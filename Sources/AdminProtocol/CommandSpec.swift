/// What the protocol knows of a command: its words and its arguments.
///
/// Example: `CommandSpec(["licence", "show"], "Shows a licence.", arguments: […],
/// example: "licence show L-1")`
package struct CommandSpec: Sendable, Hashable {
    /// In lower case: `["licence", "grant"]`.
    package let words: [String]
    /// The words as one text: `licence grant`.
    package let name: String
    /// One sentence for `help`.
    package var summary: String
    /// The command's own arguments, the subject first.
    package var arguments: [ArgumentSpec] {
        didSet { allArguments = Self.allArguments(arguments, isWrite, changesExisting) }
    }
    /// The command's own arguments and those that it has as a write. An own argument goes before a
    /// shared one of the same name, so that a command can ask for a reason.
    package private(set) var allArguments: [ArgumentSpec]
    /// A write takes `request`, `dry-run` and `reason` too.
    package let isWrite: Bool
    /// A write of a thing that exists takes `if-version` too.
    package let changesExisting: Bool
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
        name = words.joined(separator: " ")
        self.summary = summary
        self.arguments = arguments
        allArguments = Self.allArguments(arguments, isWrite, changesExisting)
        self.isWrite = isWrite
        self.changesExisting = changesExisting
        self.takesWords = takesWords
        self.example = example
    }

    private static func allArguments(
        _ arguments: [ArgumentSpec], _ isWrite: Bool, _ changesExisting: Bool
    ) -> [ArgumentSpec] {
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
