import AdminProtocol
import Commands

/// A reply as a session would send it, taken apart for tests.
struct TestReply: Sendable {
    /// Data lines in their order, those that were sent ahead of the reply first.
    var data: [DataLine]
    var final: Final
    var format: ReplyFormat?
    var closes: Bool
    /// Whom the session is of from here on, after a log-in.
    var account: Account?
    /// How the client was asked to go on.
    var asked: [Continuation]
    /// All lines as they go over the wire.
    var lines: [String]

    var isOK: Bool { final.status == "OK" }

    /// `OK`, `NO conflict`, `BAD bad-value`: the final line without its fields.
    var outcome: String { ([final.status] + [final.code].compactMap { $0 }).joined(separator: " ") }

    /// A field of the final line, as text.
    func final(_ key: String) -> String? { final.allFields.first { $0.key == key }?.value.plain }

    /// A field of the first data line, as text.
    subscript(key: String) -> String? { data.first?[key] }

    /// The codes of the lines of a kind: `reason`, `warning`.
    func codes(_ kind: String = "reason") -> [String] {
        data.filter { $0.kind == kind }.compactMap { $0["code"] }
    }
}

extension DataLine {
    subscript(key: String) -> String? { fields.first { $0.key == key }?.value.plain }
}
