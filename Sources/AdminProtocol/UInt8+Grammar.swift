/// The byte classes of the grammar.
extension UInt8 {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let plus: UInt8 = 0x2B
    static let comma: UInt8 = 0x2C
    static let hyphen: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let colon: UInt8 = 0x3A
    static let equals: UInt8 = 0x3D
    static let at: UInt8 = 0x40
    static let backslash: UInt8 = 0x5C
    static let underscore: UInt8 = 0x5F

    var isAlpha: Bool {
        (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }

    var isDigit: Bool {
        (0x30...0x39).contains(self)
    }

    /// What `word` and `key` hold after their first letter.
    var isNameByte: Bool {
        isAlpha || isDigit || self == .hyphen
    }

    var isTagByte: Bool {
        isNameByte || self == .dot || self == .underscore
    }

    /// A control character of one byte. C1 controls take two bytes: see `WireText`.
    var isControl: Bool {
        self < 0x20 || self == 0x7F
    }

    /// `bare-char`, where controls have been refused before.
    var isBare: Bool {
        self != .space && self != .quote && self != .equals && !isControl
    }
}

extension Sequence<UInt8> {
    /// Whether the bytes are a `word` or a `key`: `ALPHA *(ALPHA / DIGIT / "-")`.
    var isName: Bool {
        var iterator = makeIterator()
        guard let first = iterator.next(), first.isAlpha else { return false }
        while let byte = iterator.next() {
            guard byte.isNameByte else { return false }
        }
        return true
    }
}
