import AdminProtocol
import FoundationEssentials

/// One line of the server: its bytes as they came, and what they mean.
package struct ReceivedLine: Sendable, Equatable {
    package enum Meaning: Sendable, Equatable {
        /// In JSON the row has no fields but `id` and `next`: nobody needs the others taken apart.
        case data(DataRow)
        case final(Outcome)
        /// The server waits for more from us.
        case continuation(prompt: String)
        /// No line of the protocol.
        case unreadable
    }

    package let bytes: [UInt8]
    package let meaning: Meaning

    /// - Parameter bytes: a line without its LF, text or JSON: no text line begins with `{`.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        meaning = Self.startsObject(bytes) ? Self.json(bytes) : Self.text(bytes)
    }

    package var isJSON: Bool { Self.startsObject(bytes) }

    private static func startsObject(_ bytes: [UInt8]) -> Bool { bytes.first == UInt8(ascii: "{") }

    private static func text(_ bytes: [UInt8]) -> Meaning {
        guard let line = try? ReplyLine(parsing: bytes) else { return .unreadable }
        let message = line["message"]
        let pairs = line.fields.filter { $0.key != "message" }
            .map { ReplyPair($0.key ?? "", $0.value) }
        switch line.status {
        case .data(let kind):
            let fields = line.fields.map { ReplyPair($0.key ?? "", $0.value) }
            return .data(DataRow(kind: kind, fields: fields))
        case .continuation(let prompt): return .continuation(prompt: prompt)
        case .ok: return .final(Outcome(status: .ok, fields: pairs, message: message))
        case .no(let code):
            return .final(Outcome(status: .refused, code: code, fields: pairs, message: message))
        case .bad(let code):
            return .final(
                Outcome(status: .misunderstood, code: code, fields: pairs, message: message))
        case .bye(let code):
            return .final(Outcome(status: .bye, code: code, fields: pairs, message: message))
        }
    }

    /// The members of a JSON line that say how it ends; the others are left in the bytes.
    private struct Head: Decodable {
        var kind: String?
        var status: String?
        var code: String?
        var message: String?
        var id: String?
        var more: Bool?
        var next: String?
        var retry: Bool?

        var pairs: [ReplyPair] {
            let all = [
                ("id", id), ("more", more == true ? "yes" : nil), ("next", next),
                ("retry", retry == true ? "yes" : nil),
            ]
            return all.compactMap { key, value in value.map { ReplyPair(key, $0) } }
        }
    }

    private static func json(_ bytes: [UInt8]) -> Meaning {
        guard let head = try? JSONDecoder().decode(Head.self, from: Data(bytes)) else {
            return .unreadable
        }
        if let status = head.status.flatMap(Outcome.Status.init) {
            return .final(
                Outcome(
                    status: status, code: head.code, fields: head.pairs, message: head.message))
        }
        if head.status == "continue" { return .continuation(prompt: "") }
        return head.kind.map { .data(DataRow(kind: $0, fields: head.pairs)) } ?? .unreadable
    }
}
