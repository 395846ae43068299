import AdminProtocol

/// `licentia import people people.csv mode=validate`: the request that goes to the server, and the
/// file that follows it.
///
/// The file's name is the shell's business. Where no kind is given, it is the one that the name
/// holds: `export/people-2026.csv` are people.
package struct FileImport: Sendable, Equatable {
    private static let kinds = TransferKind.allCases.map(\.rawValue)

    package let request: [String]
    package let path: String

    /// Nil where the words import nothing, or no file is named: then the block is standard input.
    package init?(_ words: [String]) throws(ShellFailure) {
        guard let verb = words.firstIndex(where: { !$0.hasPrefix("@") }),
            words[verb].lowercased() == "import"
        else { return nil }
        let rest = words[(verb + 1)...]
        var bare = rest.filter { !Self.isArgument($0) }
        let given = rest.filter(Self.isArgument)
        var kind: String?
        if let first = bare.first, Self.kinds.contains(first.lowercased()) {
            kind = bare.removeFirst()
        }
        guard let path = bare.first else { return nil }
        guard bare.count == 1 else { throw Self.tooMany(bare, hasKind: kind != nil) }
        if kind == nil, !given.contains(where: { $0.hasPrefix("kind=") }) {
            kind = try Self.kind(of: path)
        }
        self.path = path
        request = Array(words[...verb]) + [kind].compactMap(\.self) + given
    }

    /// `mode=validate` is an argument; `./a=b.csv` is a file.
    private static func isArgument(_ word: String) -> Bool {
        guard let sign = word.firstIndex(of: "=") else { return false }
        return !word[..<sign].contains { $0 == "/" || $0 == "." }
    }

    private static func tooMany(_ bare: [String], hasKind: Bool) -> ShellFailure {
        let first = PlainText.of(bare[0])
        return ShellFailure(
            .usage,
            hasKind || bare[0].contains(".")
                ? "import takes one file at a time: import KIND FILE."
                : "there is no kind '\(first)'. Say import KIND FILE, where KIND is one of "
                    + "\(kinds.joined(separator: ", ")).")
    }

    private static func kind(of path: String) throws(ShellFailure) -> String {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let found = kinds.filter { name.contains($0) }
        guard found.count == 1 else {
            throw ShellFailure(
                .usage,
                "what \(PlainText.of(path)) holds cannot be told by its name. Say which: import "
                    + "KIND FILE, where KIND is one of \(kinds.joined(separator: ", ")).")
        }
        return found[0]
    }
}
