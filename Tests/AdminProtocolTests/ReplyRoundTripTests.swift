import AdminProtocol
import Foundation
import Registry
import Testing

/// Random replies, read back: the text form by the client's decoder, the JSON form by Foundation's
/// reader, which shares nothing with the encoder.
@Suite struct ReplyRoundTripTests {
    @Test(arguments: 0..<200) func textComesBack(_ seed: UInt64) throws {
        var random = RandomReply(seed: seed)
        let line = random.dataLine(withControls: false)
        let tag = random.tag()
        let read = try ReplyLine(parsing: encode(line, tag: tag, .text))
        #expect(read.tag == tag)
        #expect(read.status == .data(kind: line.kind))
        #expect(!read.isFinal)
        #expect(read.fields.map(\.key) == line.fields.map(\.key))
        #expect(read.fields.map(\.value) == line.fields.map(\.value.plain))
    }

    @Test(arguments: 0..<200) func jsonComesBack(_ seed: UInt64) throws {
        var random = RandomReply(seed: seed)
        let line = random.dataLine(withControls: true)
        let tag = random.tag()
        let object = try JSONSerialization.jsonObject(with: Data(encode(line, tag: tag, .json)))
        let members = try #require(object as? [String: Any])
        #expect(members.count == line.fields.count + (tag == nil ? 1 : 2))
        #expect(members["kind"] as? String == line.kind)
        #expect(members["tag"] as? String == tag)
        for field in line.fields {
            #expect(isSame(members[field.key], field.value), "\(field)")
        }
    }

    @Test func finalsComeBack() throws {
        let final = Final.no(
            .versionConflict, [Field("have", .integer(4))], message: "Look \"again\"")
        var bytes: [UInt8] = []
        ReplyEncoder(format: .text).encode(final, tag: "@x", into: &bytes)
        let read = try ReplyLine(parsing: bytes.dropLast())
        #expect(read.tag == "@x")
        #expect(read.status == .no(code: "version-conflict"))
        #expect(read.isFinal)
        #expect(read["have"] == "4")
        #expect(read["message"] == "Look \"again\"")
        #expect(read["retry"] == nil)
    }

    @Test(arguments: [
        ("OK ready", ReplyLine.Status.ok), ("OK\r", .ok),
        ("BYE idle message=\"\"", .bye(code: "idle")),
        ("@a BAD syntax", .bad(code: "syntax")), ("+ send CSV", .continuation(prompt: "send CSV")),
        ("+ a=b \"c", .continuation(prompt: "a=b \"c")), ("* x", .data(kind: "x")),
    ])
    func readsStatus(_ line: String, _ status: ReplyLine.Status) throws {
        #expect(try ReplyLine(parsing: line.utf8).status == status)
    }

    @Test(arguments: ["", "NO", "*", "* x=1", "ok", "\"OK\"", "@a", "OK a=\"", "{}"])
    func refusesWhatNoServerWrites(_ line: String) {
        #expect(throws: ProtocolError.self) { try ReplyLine(parsing: line.utf8) }
    }

    private func encode(_ line: DataLine, tag: String?, _ format: ReplyFormat) -> [UInt8] {
        var bytes: [UInt8] = []
        ReplyEncoder(format: format).encode(line, tag: tag, into: &bytes)
        #expect(bytes.filter { $0 == 0x0A }.count == 1)
        #expect(bytes.last == 0x0A)
        return bytes.dropLast()
    }

    private func isSame(_ read: Any?, _ value: FieldValue) -> Bool {
        switch value {
        case .text(let text), .word(let text): (read as? String) == text
        case .integer(let number): (read as? Int) == number
        case .halves(let number): (read as? Double) == Double(number) / 2
        case .boolean(let flag): (read as? Bool) == flag
        case .list(let elements): (read as? [String]) == elements
        case .date(let date): (read as? String) == date.description
        }
    }
}
