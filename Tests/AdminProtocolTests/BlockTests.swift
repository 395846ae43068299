import AdminProtocol
import Testing

@Suite struct BlockTests {
    /// A block with all that dots and line ends can do, and the request behind it.
    private static let wire: [UInt8] = Array(
        "name\r\n..x\n...\n.. \r\n\n..\r\n\r\r\n.\rx\n.hidden\na.b\n.\nping\n".utf8)
    private static let content = "name\r\n.x\n..\n. \r\n\n.\r\n\r\r\n\rx\nhidden\na.b\n"

    @Test(arguments: 0...wire.count)
    func everySplitGivesTheSameContent(_ split: Int) {
        let (content, rest) = Self.decode([
            Array(Self.wire[..<split]), Array(Self.wire[split...]),
        ])
        #expect(String(decoding: content, as: UTF8.self) == Self.content)
        #expect(String(decoding: rest, as: UTF8.self) == "ping\n")
    }

    @Test func byteByByteGivesTheSameContent() {
        let (content, rest) = Self.decode(Self.wire.map { [$0] })
        #expect(String(decoding: content, as: UTF8.self) == Self.content)
        #expect(rest.count == 5)
    }

    @Test(arguments: [".\n", ".\r\n"])
    func aBlockMayBeEmpty(_ wire: String) {
        var decoder = BlockDecoder()
        var content: [UInt8] = []
        #expect(decoder.decode(Array(wire.utf8), into: &content) == wire.utf8.count)
        #expect(decoder.isEnded && content.isEmpty)
    }

    @Test(arguments: ["..\n", ". \n", " .\n", "x.\n", ".x\n", ".\r\r\n", ".\rx\n"])
    func whatIsNoClosingLineDoesNotEndIt(_ wire: String) {
        var decoder = BlockDecoder()
        var content: [UInt8] = []
        #expect(decoder.decode(Array(wire.utf8), into: &content) == wire.utf8.count)
        #expect(!decoder.isEnded)
    }

    @Test(arguments: 0..<40)
    func whatIsEncodedIsDecoded(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let letters: [UInt8] = Array(".\r\nx\"".utf8)
        let content = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
            letters[Int.random(in: 0..<letters.count, using: &generator)]
        }
        var encoder = BlockEncoder()
        var wire: [UInt8] = []
        let split = Int.random(in: 0...content.count, using: &generator)
        encoder.encode(content[..<split], into: &wire)
        encoder.encode(content[split...], into: &wire)
        encoder.end(into: &wire)
        let ended = content.isEmpty || content.last == 0x0A ? content : content + [0x0A]
        let cut = Int.random(in: 0...wire.count, using: &generator)
        let (decoded, rest) = Self.decode([Array(wire[..<cut]), Array(wire[cut...]) + [0x78]])
        #expect(decoded == ended)
        #expect(rest == [0x78])
    }

    private static func decode(_ chunks: [[UInt8]]) -> (content: [UInt8], rest: [UInt8]) {
        var decoder = BlockDecoder()
        var content: [UInt8] = []
        var rest: [UInt8] = []
        for chunk in chunks {
            let count = decoder.decode(chunk, into: &content)
            rest += chunk[count...]
        }
        return (content, rest)
    }
}
