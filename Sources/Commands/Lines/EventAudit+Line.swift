import AdminProtocol
import Registry
import Store

extension EventAudit {
    /// What an audit saw, and the head hash to be kept elsewhere.
    var line: DataLine {
        var line = DataLine("audit")
        line.add("events", integer: events)
        line.add("unsealed", integer: unsealed)
        line.add("blocks", integer: blocks)
        line.add("head", word: head?.hexadecimal)
        line.add("head-known", boolean: knowsHead)
        return line
    }
}

extension EventAudit.Breach {
    var line: DataLine {
        var line = DataLine("breach")
        line.add("what", word: what.rawValue)
        line.add("event", word: event.map { EventID($0) })
        line.add("block", integer: block)
        line.add("person", word: person)
        return line
    }
}

extension [UInt8] {
    /// The bytes of so many pairs of hexadecimal digits; nil for anything but a hash of 32 bytes.
    init?(hexadecimal text: String) {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count == 2 * EventBlock.origin.count else {
            return nil
        }
        self = stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }

    /// Two digits a byte, in small letters.
    var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return byte < 0x10 ? "0" + digits : digits
        }.joined()
    }
}
