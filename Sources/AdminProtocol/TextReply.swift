/// The text form of replies.
enum TextReply {
    static func append(_ line: DataLine, tag: String?, to bytes: inout [UInt8]) {
        append(tag: tag, to: &bytes)
        bytes.append(contentsOf: "* ".utf8)
        bytes.append(contentsOf: line.kind.utf8)
        append(line.fields, to: &bytes)
    }

    static func append(_ final: Final, tag: String?, to bytes: inout [UInt8]) {
        append(tag: tag, to: &bytes)
        bytes.append(contentsOf: final.status.utf8)
        if let code = final.code {
            bytes.append(.space)
            bytes.append(contentsOf: code.utf8)
        }
        append(final.allFields, to: &bytes)
    }

    /// It is one line: control characters become spaces.
    static func append(_ continuation: Continuation, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "+ ".utf8)
        switch continuation {
        case .prompt(let text), .challenge(let text):
            bytes.append(contentsOf: text.utf8.map { $0.isControl ? .space : $0 })
        }
    }

    private static func append(tag: String?, to bytes: inout [UInt8]) {
        guard let tag else { return }
        bytes.append(contentsOf: tag.utf8)
        bytes.append(.space)
    }

    private static func append(_ fields: [Field], to bytes: inout [UInt8]) {
        for field in fields {
            bytes.append(.space)
            bytes.append(contentsOf: field.key.utf8)
            bytes.append(.equals)
            if case .text(let text) = field.value {
                WireText.appendQuoted(text, to: &bytes)
            } else {
                WireText.append(field.value.plain, to: &bytes)
            }
        }
    }
}
