/// Reads the tokens of one line from left to right. Requests and text replies share it.
///
/// A run of spaces separates as one space does: whoever types a line is not told off for its
/// margins. TAB separates nothing, since the grammar knows SP alone: outside quotes it is refused.
struct TokenReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The next token, or nil at the end of the line.
    mutating func next() throws(ProtocolError) -> Token? {
        while position < bytes.endIndex, bytes[position] == .space { position += 1 }
        guard let first = peek else { return nil }
        if first == .quote { return Token(value: try quoted(), isQuoted: true) }
        let run = bareRun()
        guard peek == .equals else {
            let value = text(run)
            try endOfToken()
            return Token(value: value)
        }
        guard run.isName else {
            throw .syntax("What stands before \"=\" must be a name such as licence or if-version.")
        }
        position += 1
        let key = text(run)
        if peek == .quote { return Token(key: key, value: try quoted(), isQuoted: true) }
        let value = bareRun()
        guard !value.isEmpty || peek == .tab || peek == .equals else {
            throw .syntax("A value must follow \"=\". Write two quotes for an empty one.")
        }
        try endOfToken()
        return Token(key: key, value: text(value))
    }

    private var peek: UInt8? {
        position < bytes.endIndex ? bytes[position] : nil
    }

    private mutating func bareRun() -> ArraySlice<UInt8> {
        let start = position
        while let byte = peek, byte.isBare { position += 1 }
        return bytes[start..<position]
    }

    private func text(_ run: some Collection<UInt8>) -> String {
        String(decoding: run, as: UTF8.self)
    }

    /// After a token comes a space or the end of the line.
    private func endOfToken() throws(ProtocolError) {
        switch peek {
        case nil, .space: return
        case .tab: throw .syntax("A TAB may stand in quotes only; separate words by spaces.")
        case .equals: throw .syntax("A value that holds \"=\" must stand in quotes.")
        default:
            throw .syntax("A quote may open only where a value begins, and a space must follow it.")
        }
    }

    /// The value in the quotes that open at the position.
    private mutating func quoted() throws(ProtocolError) -> String {
        position += 1
        var value: [UInt8] = []
        while let byte = peek {
            position += 1
            switch byte {
            case .quote:
                try endOfToken()
                return text(value)
            case .backslash:
                value.append(try escaped())
            default:
                value.append(byte)
            }
        }
        throw .syntax("A quote is opened and never closed.")
    }

    private mutating func escaped() throws(ProtocolError) -> UInt8 {
        defer { position += 1 }
        switch peek {
        case .quote: return .quote
        case .backslash: return .backslash
        case 0x6E: return .lineFeed
        case 0x74: return .tab
        default: throw .syntax("In quotes a backslash stands before \", \\, n or t only.")
        }
    }
}
