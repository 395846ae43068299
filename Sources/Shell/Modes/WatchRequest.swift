/// `watch from=E-13`: a request that has no end of its own, and where it goes on.
package struct WatchRequest: Sendable, Equatable {
    private let tokens: [String]
    /// The event that is wanted next; nil where the server has not said yet what comes next.
    package private(set) var next: String?
    /// Whether the server ends it by itself, after so many seconds without an event.
    package let hasEnd: Bool

    /// - Parameter tokens: those of a request line.
    /// - Returns: nil where they watch nothing.
    package init?(_ tokens: [String]) {
        let words = tokens.filter { !$0.hasPrefix("@") && !$0.contains("=") }
            .map { $0.lowercased() }
        guard words == ["watch"] || words == ["event", "watch"] else { return nil }
        self.tokens = tokens.filter { !Self.isArgument("from", $0) }
        next = tokens.last { Self.isArgument("from", $0) }.map { String($0.dropFirst(5)) }
        hasEnd = tokens.contains { Self.isArgument("wait", $0) }
    }

    /// The line that asks for what comes next.
    package var line: String {
        (tokens + [next.map { "from=\($0)" }].compactMap(\.self)).joined(separator: " ")
    }

    /// Goes on behind what was told.
    package mutating func hear(_ row: DataRow) {
        switch row.kind {
        case "watching": next = row["next"] ?? next
        case "event":
            let serial = row["id"].flatMap { Int64($0.dropFirst(Self.prefix.count)) }
            if let serial { next = Self.prefix + "\(serial + 1)" }
        default: break
        }
    }

    private static let prefix = "E-"

    private static func isArgument(_ name: String, _ token: String) -> Bool {
        token.lowercased().hasPrefix(name + "=")
    }
}
