/// Text in lines of ASCII that people can read without a program (RFC 2045, section 6.7).
enum QuotedPrintable {
    /// Signs in a line, the `=` of a soft break among them.
    private static let longestLine = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    static func text(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line($0) }.joined(separator: "\n")
    }

    private static func line(_ line: Substring) -> String {
        let bytes = Array(line.utf8)
        var encoded: [UInt8] = []
        var length = 0
        for (index, byte) in bytes.enumerated() {
            let token = token(byte, isLast: index == bytes.count - 1)
            if length + token.count > longestLine - 1 {
                encoded += Array("=\n".utf8)
                length = 0
            }
            encoded += token
            length += token.count
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// A blank at the end of a line is encoded, for it would be lost on the way.
    private static func token(_ byte: UInt8, isLast: Bool) -> [UInt8] {
        let isBlank = byte == 0x20 || byte == 0x09
        let isPlain = (0x21...0x7e).contains(byte) && byte != UInt8(ascii: "=")
        if isPlain || (isBlank && !isLast) { return [byte] }
        return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 0xf)]]
    }
}
