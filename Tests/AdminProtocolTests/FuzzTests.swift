import AdminProtocol
import Foundation
import Testing

/// Random bytes and spoilt lines through the whole room. The seed is fixed; the environment
/// variable LICENTIA_FUZZ_ROUNDS sets how many rounds are run.
@Suite struct FuzzTests {
    private static let rounds =
        ProcessInfo.processInfo.environment["LICENTIA_FUZZ_ROUNDS"].flatMap(Int.init) ?? 20_000

    private static let seeds: [[UInt8]] =
        SampleGrammar.commands.map { Array($0.example.utf8) } + [
            Array(
                #"@tag.1 organisation add name="a \"b\" \\ \n\t ü🦴" country=DK request=x-1"#.utf8),
            Array("training record CPSMP kind=cross from=today days=0.5 passed=P-1,ext:x".utf8),
        ]

    /// Bytes on which the grammar turns.
    private static let sharp =
        Array(" \t\"\\=@,*+-.:nt\r\u{0}\u{7F}".utf8) + [0xC2, 0x9B, 0xFF, 0xF0]

    @Test func randomLinesNeverTrapAndErrorsRender() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<Self.rounds {
            let line = Self.line(&generator)
            do throws(ProtocolError) {
                let parsed = try RequestLine(parsing: line)
                try checkRoundTrip(parsed)
                _ = try SampleGrammar.grammar.match(parsed)
            } catch {
                try checkRenders(error)
            }
            _ = try? ReplyLine(parsing: line)
        }
    }

    @Test func randomStreamsGiveTheSameLinesHoweverTheyAreSplit() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<(Self.rounds / 100) {
            var stream: [UInt8] = []
            for _ in 0..<20 { stream += Self.line(&generator) + [0x0A] }
            var whole = LineFramer(limit: 64)
            whole.feed(stream)
            var parts = LineFramer(limit: 64)
            var found: [Framed] = []
            var rest = stream[...]
            while !rest.isEmpty {
                let chunk = rest.prefix(Int.random(in: 1...50, using: &generator))
                rest = rest.dropFirst(chunk.count)
                parts.feed(chunk)
                while let framed = parts.next() { found.append(framed) }
            }
            for framed in found { #expect(whole.next() == framed) }
            #expect(whole.next() == nil)
        }
    }

    /// A line that was understood means the same when it is written anew.
    private func checkRoundTrip(_ line: RequestLine) throws(ProtocolError) {
        let again = try RequestLine(parsing: line.encoded)
        #expect(again.tag == line.tag)
        #expect(again.canonical == line.canonical)
        #expect(again.tokens.map(\.key) == line.tokens.map(\.key))
        #expect(
            again.tokens.map { Array($0.value.utf8) } == line.tokens.map { Array($0.value.utf8) })
    }

    /// Every error is one line in both forms, with its code and a message.
    private func checkRenders(_ error: ProtocolError) throws {
        var bytes: [UInt8] = []
        ReplyEncoder(format: .text).encode(error.final, tag: error.tag, into: &bytes)
        let read = try ReplyLine(parsing: bytes.dropLast())
        #expect(read.status == .bad(code: error.code.rawValue))
        #expect(read["message"] == error.message)
        bytes = []
        ReplyEncoder(format: .json).encode(error.final, tag: error.tag, into: &bytes)
        let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        #expect(object?["code"] as? String == error.code.rawValue)
    }

    private static func line(_ generator: inout SeededGenerator) -> [UInt8] {
        if Int.random(in: 0..<4, using: &generator) == 0 {
            return (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }.filter { $0 != 0x0A }
        }
        var line = seeds.randomElement(using: &generator) ?? []
        for _ in 0..<Int.random(in: 0...4, using: &generator) { spoil(&line, &generator) }
        return line
    }

    private static func spoil(_ line: inout [UInt8], _ generator: inout SeededGenerator) {
        let place = Int.random(in: 0...line.count, using: &generator)
        let byte = sharp.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: line.insert(byte, at: place)
        case 1 where place < line.count: line.remove(at: place)
        case 2 where place < line.count: line[place] = byte
        case 3: line.removeSubrange(place...)
        default: line.insert(contentsOf: line[place...], at: place)
        }
    }
}
