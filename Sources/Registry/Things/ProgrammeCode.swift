/// The code by which a programme is known, such as `CPSMP`.
package struct ProgrammeCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    /// The most characters that a code may have.
    package static let longest = 32

    /// A code of letters, digits and hyphens that begins with a letter; nil for anything else.
    /// Small letters are read as capitals: `cpsmp` is `CPSMP`.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, bytes.count <= Self.longest, Self.isLetter(first),
            bytes.allSatisfy({
                Self.isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || $0 == UInt8(ascii: "-")
            })
        else { return nil }
        self.text = text.uppercased()
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
    }
}
