/// The number of one kind of thing, written with the kind's letter: `O-1`.
///
/// Each kind is a type of its own, so that a person can never be passed for an organisation.
package protocol RegistryID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The letter before the hyphen.
    static var letter: Character { get }
    /// What the kind is called in sentences: "organisation".
    static var noun: String { get }
    /// At least 1.
    var number: Int64 { get }
    init(_ number: Int64)
}

extension RegistryID {
    /// Reads `O-1`, with the letter in either case; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 21, let first = text.first,
            first.uppercased() == String(Self.letter), text.dropFirst().first == "-"
        else { return nil }
        let digits = text.dropFirst(2)
        guard let lead = digits.utf8.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(lead),
            let number = Int64(digits)
        else { return nil }
        self.init(number)
    }

    package var description: String { "\(Self.letter)-\(number)" }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
