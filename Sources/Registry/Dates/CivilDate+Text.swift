extension CivilDate: CustomStringConvertible, LosslessStringConvertible {
    /// Reads `YYYY-MM-DD`, exactly: ten characters, no sign, no other digits. Nil for anything
    /// else, and for days that do not exist.
    package init?(_ text: String) {
        self.init(ascii: text.utf8)
    }

    /// As `init(_ text:)`, over the bytes of a line.
    package init?(ascii bytes: some Collection<UInt8>) {
        let byte = Array(bytes.prefix(11))
        let hyphen = UInt8(ascii: "-")
        guard byte.count == 10, byte[4] == hyphen, byte[7] == hyphen,
            let year = Self.number(byte[0..<4]), let month = Self.number(byte[5..<7]),
            let day = Self.number(byte[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `YYYY-MM-DD`.
    package var description: String {
        let (year, month, day) = components
        return Self.padded(year, to: 4) + "-" + Self.padded(month, to: 2) + "-"
            + Self.padded(day, to: 2)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var sum = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            sum = sum * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return sum
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
