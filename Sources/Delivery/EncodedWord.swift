import FoundationEssentials

/// Text of a header in ASCII: as it is, or in encoded words (RFC 2047).
enum EncodedWord {
    /// Bytes of text in one encoded word: 75 signs at most, of which twelve are the frame.
    private static let bytesInWord = 45

    /// Text for an unstructured header such as `Subject`.
    static func unstructured(_ text: String) -> String {
        isPlain(text) && !text.contains("=?") ? text : encoded(text)
    }

    /// Text for the name before an address: quoted where it is plain.
    static func phrase(_ text: String) -> String {
        guard isPlain(text), !text.contains("=?") else { return encoded(text) }
        var quoted = "\""
        for sign in text {
            if sign == "\"" || sign == "\\" { quoted.append("\\") }
            quoted.append(sign)
        }
        return quoted + "\""
    }

    /// Printable ASCII, and short enough for one line beside the header's name.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= bytesInWord && text.utf8.allSatisfy { (0x20...0x7e).contains($0) }
    }

    /// Words of whole characters, one a line; no word ends inside of a character.
    private static func encoded(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            // A control character has no place in a header, in whatever dress.
            let isControl = scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
            let bytes = Array(String(isControl ? " " : scalar).utf8)
            if words[words.count - 1].count + bytes.count > bytesInWord { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(
            separator: "\n ")
    }
}
