/// One line of a client, taken apart: its tag and its tokens, the command's words among them.
///
/// Example: `@a licence show L-3` has the tag `@a` and three tokens without a key.
package struct RequestLine: Sendable, Hashable {
    /// With its `@`.
    package var tag: String?
    /// The command's words first: what is a word and what the subject, only a `Grammar` knows.
    package var tokens: [Token]

    package init(tag: String? = nil, tokens: [Token]) {
        self.tag = tag
        self.tokens = tokens
    }

    /// Takes one line apart: without its LF; a CR at its end is dropped.
    ///
    /// - Throws: `syntax`, `line-too-long`, `not-utf8` or `control-character`, with the tag where
    ///   one could be read.
    package init(parsing line: some Collection<UInt8>) throws(ProtocolError) {
        var bytes = Array(line)
        if bytes.last == .carriageReturn { bytes.removeLast() }
        let tag = Self.tag(leading: bytes)
        do throws(ProtocolError) {
            guard bytes.count < ProtocolLimits.maxLine else { throw ProtocolError(.lineTooLong) }
            if let fault = WireText.fault(in: bytes) { throw ProtocolError(fault) }
            self.init(tag: tag, tokens: try Self.tokens(in: bytes, tag: tag))
        } catch {
            throw error.tagged(tag)
        }
    }

    /// The line without its tag, in one spelling: single spaces, quotes only where they are needed.
    /// Lines of the same tokens have the same text. What `request=` compares.
    package var canonical: String {
        String(decoding: bytes(with: nil), as: UTF8.self)
    }

    /// The line as a client sends it, without LF.
    package var encoded: [UInt8] {
        bytes(with: tag)
    }

    private func bytes(with tag: String?) -> [UInt8] {
        var bytes: [UInt8] = []
        if let tag {
            bytes.append(contentsOf: tag.utf8)
            bytes.append(.space)
        }
        for (index, token) in tokens.enumerated() {
            if index > 0 { bytes.append(.space) }
            token.append(to: &bytes)
        }
        return bytes
    }

    private static func tokens(
        in bytes: [UInt8], tag: String?
    ) throws(ProtocolError) -> [Token] {
        if tag == nil, bytes.first == .at {
            throw .syntax("A tag is @ and 1 to 32 letters, digits, hyphens, dots or underscores.")
        }
        var reader = TokenReader(bytes.dropFirst(tag?.utf8.count ?? 0))
        var tokens: [Token] = []
        while let token = try reader.next() {
            tokens.append(token)
        }
        guard let first = tokens.first else {
            throw .syntax("A line holds a command. Send help to see them.")
        }
        guard first.isWord else {
            throw .syntax("A line begins with a command's word. Send help to see them.")
        }
        return tokens
    }

    /// The tag that a line begins with, if it is a right one and ends at a space or with the line.
    static func tag(leading bytes: some Collection<UInt8>) -> String? {
        guard bytes.first == .at else { return nil }
        let name = bytes.dropFirst().prefix(ProtocolLimits.maxTag + 1).prefix(while: \.isTagByte)
        guard (1...ProtocolLimits.maxTag).contains(name.count) else { return nil }
        let rest = bytes.dropFirst(1 + name.count)
        guard rest.isEmpty || rest.first == .space else { return nil }
        return "@" + String(decoding: name, as: UTF8.self)
    }
}
