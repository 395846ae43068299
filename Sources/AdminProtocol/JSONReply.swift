/// The JSON form of replies: one object a line, its first member `kind` or `status`, then `tag`.
enum JSONReply {
    static func append(_ line: DataLine, tag: String?, to bytes: inout [UInt8]) {
        open("kind", line.kind, tag: tag, to: &bytes)
        append(line.fields, to: &bytes)
        bytes.append(closeBrace)
    }

    static func append(_ final: Final, tag: String?, to bytes: inout [UInt8]) {
        open("status", final.status, tag: tag, to: &bytes)
        if let code = final.code { append(Field("code", .word(code)), to: &bytes) }
        append(final.allFields, to: &bytes)
        bytes.append(closeBrace)
    }

    static func append(_ continuation: Continuation, to bytes: inout [UInt8]) {
        open("status", "continue", tag: nil, to: &bytes)
        if case .challenge(let text) = continuation {
            append(Field("data", .text(text)), to: &bytes)
        }
        bytes.append(closeBrace)
    }

    private static func open(
        _ key: String, _ value: String, tag: String?, to bytes: inout [UInt8]
    ) {
        bytes.append(openBrace)
        appendString(key, to: &bytes)
        bytes.append(.colon)
        appendString(value, to: &bytes)
        if let tag { append(Field("tag", .word(tag)), to: &bytes) }
    }

    private static func append(_ fields: [Field], to bytes: inout [UInt8]) {
        for field in fields { append(field, to: &bytes) }
    }

    private static func append(_ field: Field, to bytes: inout [UInt8]) {
        bytes.append(.comma)
        appendString(field.key, to: &bytes)
        bytes.append(.colon)
        append(field.value, to: &bytes)
    }

    private static func append(_ value: FieldValue, to bytes: inout [UInt8]) {
        switch value {
        case .integer, .halves: bytes.append(contentsOf: value.plain.utf8)
        case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .text, .word, .date: appendString(value.plain, to: &bytes)
        case .list(let elements):
            bytes.append(openBracket)
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(.comma) }
                appendString(element, to: &bytes)
            }
            bytes.append(closeBracket)
        }
    }

    /// Writes a string of RFC 8259. Every control character is escaped, C1 too, which JSON would
    /// let through and a terminal would obey.
    private static func appendString(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(.quote)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case .quote: bytes.append(contentsOf: [.backslash, .quote])
            case .backslash: bytes.append(contentsOf: [.backslash, .backslash])
            case .lineFeed: bytes.append(contentsOf: [.backslash, 0x6E])
            case .carriageReturn: bytes.append(contentsOf: [.backslash, 0x72])
            case .tab: bytes.append(contentsOf: [.backslash, 0x74])
            case _ where byte.isControl: appendEscape(byte, to: &bytes)
            case WireText.c1Trail where previous == WireText.c1Lead:
                bytes.removeLast()
                appendEscape(byte, to: &bytes)
            default: bytes.append(byte)
            }
            previous = byte
        }
        bytes.append(.quote)
    }

    private static func appendEscape(_ code: UInt8, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(code >> 4)])
        bytes.append(digits[Int(code & 0x0F)])
    }

    private static let openBrace: UInt8 = 0x7B
    private static let closeBrace: UInt8 = 0x7D
    private static let openBracket: UInt8 = 0x5B
    private static let closeBracket: UInt8 = 0x5D
}
