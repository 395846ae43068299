/// How text stands on a line: which bytes a line may hold, and how a value is quoted.
package enum WireText {
    /// What keeps bytes from being a line at all: not UTF-8, or a control character other than TAB.
    ///
    /// C1 controls (U+0080 to U+009F) count too: a terminal obeys them as it obeys ESC.
    package static func fault(in line: some Collection<UInt8>) -> BadCode? {
        var hasControl = false
        var isASCII = true
        for byte in line {
            isASCII = isASCII && byte < 0x80
            hasControl = hasControl || (byte.isControl && byte != .tab)
        }
        if isASCII { return hasControl ? .controlCharacter : nil }
        guard String(validating: line, as: UTF8.self) != nil else { return .notUTF8 }
        return hasControl || holdsC1Control(line) ? .controlCharacter : nil
    }

    /// Whether valid UTF-8 holds a C1 control: the bytes C2 80 to C2 9F.
    private static func holdsC1Control(_ line: some Collection<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in line {
            if previous == c1Lead, c1Trail.contains(byte) { return true }
            previous = byte
        }
        return false
    }

    /// Whether a value can stand without quotes.
    package static func isBare(_ value: String) -> Bool {
        !value.isEmpty && value.utf8.allSatisfy(\.isBare) && !holdsC1Control(value.utf8)
    }

    /// Writes a value bare where it can be, else quoted.
    package static func append(_ value: String, to bytes: inout [UInt8]) {
        if isBare(value) {
            bytes.append(contentsOf: value.utf8)
        } else {
            appendQuoted(value, to: &bytes)
        }
    }

    /// Writes a value in quotes. The grammar has escapes for `"`, `\`, LF and TAB. Any other
    /// control character (it can come from a file, never from a line) becomes U+FFFD, so that a
    /// stored value can neither end a reply line nor reach a terminal's controls.
    package static func appendQuoted(_ value: String, to bytes: inout [UInt8]) {
        bytes.append(.quote)
        var previous: UInt8 = 0
        for byte in value.utf8 {
            switch byte {
            case .quote: bytes.append(contentsOf: [.backslash, .quote])
            case .backslash: bytes.append(contentsOf: [.backslash, .backslash])
            case .lineFeed: bytes.append(contentsOf: [.backslash, 0x6E])
            case .tab: bytes.append(contentsOf: [.backslash, 0x74])
            case _ where byte.isControl: bytes.append(contentsOf: replacement)
            case c1Trail where previous == c1Lead:
                bytes.removeLast()
                bytes.append(contentsOf: replacement)
            default: bytes.append(byte)
            }
            previous = byte
        }
        bytes.append(.quote)
    }

    static let c1Lead: UInt8 = 0xC2
    static let c1Trail: ClosedRange<UInt8> = 0x80...0x9F
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}
