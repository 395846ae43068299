/// Bytes of a terminal in, keys out: UTF-8, control characters and escape sequences.
package struct KeyDecoder: Sendable {
    private enum State: Sendable {
        case ground
        case escape
        /// After `ESC [`, with the parameters so far.
        case sequence([UInt8])
        /// After `ESC O`.
        case single
        /// In a character of several bytes, with how many are still to come.
        case character([UInt8], missing: Int)
    }

    private var state = State.ground
    /// The longest escape sequence that is collected; what follows it is read but not kept.
    private static let maxParameters = 16

    package init() {}

    /// Takes one byte; a key where the byte completes one.
    package mutating func take(_ byte: UInt8) -> Key? {
        switch state {
        case .ground: return ground(byte)
        case .escape: return escape(byte)
        case .single:
            state = .ground
            return Self.named(byte, parameters: [])
        case .sequence(let parameters): return sequence(byte, parameters)
        case .character(let bytes, let missing): return character(byte, bytes, missing)
        }
    }

    private mutating func ground(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x1B: state = .escape
        case 0x20...0x7E: return .text(Unicode.Scalar(byte))
        case 0xC2...0xDF: state = .character([byte], missing: 1)
        case 0xE0...0xEF: state = .character([byte], missing: 2)
        case 0xF0...0xF4: state = .character([byte], missing: 3)
        default: return Self.control(byte)
        }
        return nil
    }

    private mutating func escape(_ byte: UInt8) -> Key? {
        state = .ground
        switch byte {
        case UInt8(ascii: "["): state = .sequence([])
        case UInt8(ascii: "O"): state = .single
        case 0x1B: state = .escape
        case UInt8(ascii: "b"): return .wordLeft
        case UInt8(ascii: "f"): return .wordRight
        case 0x7F: return .killWord
        default: return .unknown
        }
        return nil
    }

    private mutating func sequence(_ byte: UInt8, _ parameters: [UInt8]) -> Key? {
        // Parameter and intermediate bytes go on, 0x40…0x7E ends it (ECMA-48, 5.4).
        if (0x20...0x3F).contains(byte) {
            state = .sequence(
                parameters.count < Self.maxParameters ? parameters + [byte] : parameters)
            return nil
        }
        state = .ground
        return (0x40...0x7E).contains(byte)
            ? Self.named(byte, parameters: parameters) : ground(byte)
    }

    private mutating func character(_ byte: UInt8, _ bytes: [UInt8], _ missing: Int) -> Key? {
        guard (0x80...0xBF).contains(byte) else {
            state = .ground
            return ground(byte)
        }
        if missing > 1 {
            state = .character(bytes + [byte], missing: missing - 1)
            return nil
        }
        state = .ground
        guard let scalar = String(validating: bytes + [byte], as: UTF8.self)?.unicodeScalars.first,
            scalar.properties.generalCategory != .control
        else { return .unknown }
        return .text(scalar)
    }

    private static func control(_ byte: UInt8) -> Key {
        switch byte {
        case 0x01: .home
        case 0x02: .left
        case 0x03: .interrupt
        case 0x04: .endOfInput
        case 0x05: .end
        case 0x06: .right
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x0B: .killToEnd
        case 0x0C: .clearScreen
        case 0x0E: .down
        case 0x10: .up
        case 0x15: .killToStart
        case 0x17: .killWord
        case 0x19: .yank
        default: .unknown
        }
    }

    /// The key of an escape sequence: xterm's letters and the numbers of the VT220.
    private static func named(_ final: UInt8, parameters: [UInt8]) -> Key {
        let isModified = parameters.contains(UInt8(ascii: ";"))
        switch (final, parameters.first) {
        case (UInt8(ascii: "A"), _): return .up
        case (UInt8(ascii: "B"), _): return .down
        case (UInt8(ascii: "C"), _): return isModified ? .wordRight : .right
        case (UInt8(ascii: "D"), _): return isModified ? .wordLeft : .left
        case (UInt8(ascii: "H"), _): return .home
        case (UInt8(ascii: "F"), _): return .end
        case (UInt8(ascii: "~"), UInt8(ascii: "1")), (UInt8(ascii: "~"), UInt8(ascii: "7")):
            return parameters.count == 1 ? .home : .unknown
        case (UInt8(ascii: "~"), UInt8(ascii: "4")), (UInt8(ascii: "~"), UInt8(ascii: "8")):
            return parameters.count == 1 ? .end : .unknown
        case (UInt8(ascii: "~"), UInt8(ascii: "3")): return .delete
        default: return .unknown
        }
    }
}
