import AdminProtocol
import Testing

@Suite struct LineFramerTests {
    /// Small, so that every split of a stream with over-long lines can be tried.
    private static let limit = 12

    private static let stream: [UInt8] =
        Array("ping\nquit\r\n\n@t \u{0} x\n12345678901\n123456789012\n".utf8)
        + Array("@a 34567890123456789012345678901234567890\nläuft\n\r\n".utf8)
        + [0x78, 0xFF, 0x0A] + Array("1234567890\r\n12345678901\r\na\tb\n".utf8)
        + [0xC2, 0x85, 0x0A] + Array("a\rb\n\"half".utf8)

    private static let expected: [Framed] = [
        line("ping"), line("quit"), line(""), .controlCharacter, line("12345678901"), .tooLong,
        .tooLong, line("läuft"), line(""), .notUTF8, line("1234567890"), .tooLong, line("a\tb"),
        .controlCharacter, .controlCharacter,
    ]

    @Test(arguments: 0...stream.count)
    func everySplitGivesTheSameLines(_ split: Int) {
        let chunks = [Array(Self.stream[..<split]), Array(Self.stream[split...])]
        #expect(Self.frames(chunks) == Self.expected)
    }

    @Test(arguments: [1, 2, 3, 5, 7, 11, 13, 64])
    func everyChunkSizeGivesTheSameLines(_ size: Int) {
        let chunks = stride(from: 0, to: Self.stream.count, by: size).map {
            Array(Self.stream[$0..<min($0 + size, Self.stream.count)])
        }
        #expect(Self.frames(chunks) == Self.expected)
    }

    @Test func takingLateGivesTheSameLines() {
        var framer = LineFramer(limit: Self.limit)
        for byte in Self.stream { framer.feed([byte]) }
        var found: [Framed] = []
        while let framed = framer.next() { found.append(framed) }
        #expect(found == Self.expected)
    }

    @Test func tellsOfAnOverLongLineBeforeItsEndAndOnce() {
        var framer = LineFramer()
        framer.feed(Array("@a ".utf8))
        framer.feed([UInt8](repeating: 0x78, count: ProtocolLimits.maxLine - 4))
        #expect(framer.next() == nil)
        framer.feed([0x78])
        #expect(framer.next() == .tooLong)
        #expect(framer.refusedTag == "@a")
        for _ in 0..<10 {
            framer.feed([UInt8](repeating: 0x78, count: ProtocolLimits.maxLine))
            #expect(framer.next() == nil)
        }
        framer.feed(Array("\nping\n".utf8))
        #expect(framer.next() == Self.line("ping"))
        #expect(framer.refusedTag == nil)
    }

    @Test func takesALineOfTheWholeLimit() {
        var framer = LineFramer()
        let longest = [UInt8](repeating: 0x78, count: ProtocolLimits.maxLine - 1)
        framer.feed(longest + [0x0A] + longest + [0x78, 0x0A])
        #expect(framer.next() == .line(longest))
        #expect(framer.next() == .tooLong)
        #expect(framer.next() == nil)
    }

    @Test(arguments: [
        (Framed.tooLong, BadCode.lineTooLong), (.notUTF8, .notUTF8),
        (.controlCharacter, .controlCharacter),
    ])
    func refusalsBecomeErrors(_ framed: Framed, _ code: BadCode) {
        #expect(framed.error(tag: "@a")?.code == code)
        #expect(framed.error(tag: "@a")?.tag == "@a")
        #expect(Framed.line([]).error(tag: nil) == nil)
    }

    private static func frames(_ chunks: [[UInt8]]) -> [Framed] {
        var framer = LineFramer(limit: limit)
        var found: [Framed] = []
        for chunk in chunks {
            framer.feed(chunk)
            while let framed = framer.next() { found.append(framed) }
        }
        return found
    }

    private static func line(_ text: String) -> Framed {
        .line(Array(text.utf8))
    }
}
