/// The lines that were typed, the oldest first.
package struct History: Sendable, Equatable {
    /// The most lines that are kept.
    package static let limit = 1_000
    /// The longest line that is kept, in bytes.
    package static let maxLine = 4_096

    package private(set) var lines: [String]

    package init(lines: [String] = []) {
        self.lines = lines.filter(Self.mayKeep).suffix(History.limit)
    }

    /// Keeps a line, unless it is one that must not be kept or the one before again.
    /// - Returns: whether it was kept.
    @discardableResult
    package mutating func add(_ line: String) -> Bool {
        guard Self.mayKeep(line), lines.last != line else { return false }
        lines.append(line)
        if lines.count > History.limit { lines.removeFirst(lines.count - History.limit) }
        return true
    }

    /// Whether a line may be written to a file: not one that can hold a secret. That is every line
    /// with `password` or `auth` in it, wherever and however written, since a slip of the
    /// fingers must not keep a password either.
    package static func mayKeep(_ line: String) -> Bool {
        guard line.utf8.count <= maxLine, line.contains(where: { !$0.isWhitespace }) else {
            return false
        }
        let words = line.lowercased().split { $0.isWhitespace }.joined(separator: " ")
        return !words.contains("password") && !words.contains("auth")
            && !line.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
