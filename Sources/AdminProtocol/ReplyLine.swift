/// A line of a text reply, taken apart: what a client reads.
///
/// Example: `@a * organisation id=O-1` has the tag `@a`, is data of the kind `organisation`, and
/// has one field.
package struct ReplyLine: Sendable, Hashable {
    package enum Status: Sendable, Hashable {
        case data(kind: String)
        case ok
        case no(code: String)
        case bad(code: String)
        case bye(code: String)
        /// The server waits for more: `+ PROMPT`.
        case continuation(prompt: String)
    }

    package var tag: String?
    package var status: Status
    /// The facts in order. The greeting's `ready` is a token without a key.
    package var fields: [Token]

    package init(tag: String? = nil, status: Status, fields: [Token] = []) {
        self.tag = tag
        self.status = status
        self.fields = fields
    }

    /// Takes one line of a server apart: without its LF; a CR at its end is dropped.
    ///
    /// - Throws: `syntax`, `not-utf8` or `control-character` where a server would not have written
    ///   such a line.
    package init(parsing line: some Collection<UInt8>) throws(ProtocolError) {
        var bytes = Array(line)
        if bytes.last == .carriageReturn { bytes.removeLast() }
        if let fault = WireText.fault(in: bytes) { throw ProtocolError(fault) }
        if bytes.first == .plus {
            let prompt = bytes.dropFirst().drop { $0 == .space }
            self.init(status: .continuation(prompt: String(decoding: prompt, as: UTF8.self)))
            return
        }
        let tag = RequestLine.tag(leading: bytes)
        var reader = TokenReader(bytes.dropFirst(tag?.utf8.count ?? 0))
        let status = try Self.status(from: &reader)
        var fields: [Token] = []
        while let token = try reader.next() {
            fields.append(token)
        }
        self.init(tag: tag, status: status, fields: fields)
    }

    /// Whether nothing more comes for this request.
    package var isFinal: Bool {
        switch status {
        case .data, .continuation: false
        case .ok, .no, .bad, .bye: true
        }
    }

    /// The value of a field; nil where the line has none of that key.
    package subscript(key: String) -> String? {
        fields.first { $0.key == key }?.value
    }

    private static func status(from reader: inout TokenReader) throws(ProtocolError) -> Status {
        let first = try bareWord(&reader)
        switch first {
        case "OK": return .ok
        case "*": return .data(kind: try bareWord(&reader))
        case "NO": return .no(code: try bareWord(&reader))
        case "BAD": return .bad(code: try bareWord(&reader))
        case "BYE": return .bye(code: try bareWord(&reader))
        default: throw .syntax("The server's line begins with none of *, +, OK, NO, BAD, BYE.")
        }
    }

    private static func bareWord(_ reader: inout TokenReader) throws(ProtocolError) -> String {
        guard let token = try reader.next(), token.key == nil, !token.isQuoted else {
            throw .syntax("The server's line ends too early.")
        }
        return token.value
    }
}
