/// A tag of eight bytes with the space behind it, such as `@000417 `: one word for the processor,
/// to write as to compare.
struct ReplyTag: Sendable, Equatable {
    static let length = 8
    private static let digits = 6
    private static let wrap = 1_000_000

    /// In the order of the machine's memory.
    let word: UInt64

    init(_ number: Int) {
        var rest = number % Self.wrap
        var word = UInt64(UInt8(ascii: " "))
        for _ in 0..<Self.digits {
            word = word << 8 | UInt64(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        self.word = (word << 8 | UInt64(UInt8(ascii: "@"))).littleEndian
    }

    /// Whether the line begins with it.
    func leads(_ line: UnsafeRawBufferPointer) -> Bool {
        line.count >= Self.length && line.loadUnaligned(as: UInt64.self) == word
    }
}
