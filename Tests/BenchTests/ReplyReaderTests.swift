import Testing

@testable import Bench

struct ReplyReaderTests {
    private static let question = Question(
        "check organisation O-1 programme=CDSMP on=2026-03-02",
        opening: "* verdict organisation=O-1 programme=CDSMP on=2026-03-02 may-")
    private static let verdict =
        "* verdict organisation=O-1 programme=CDSMP on=2026-03-02 may-offer=yes may-train=no"

    /// The step after each line, all with the tag of the request.
    private static func steps(_ lines: [String], tag: Int = 417) -> [ReplyReader.Step] {
        var reader = ReplyReader()
        return lines.map { line in
            Array("@000417 \(line)".utf8).withUnsafeBytes {
                reader.take($0, tag: ReplyTag(tag), of: question)
            }
        }
    }

    @Test func aWholeReplyIsTaken() {
        let lines = [Self.verdict, "* reason for=train code=too-few-master-trainers", "OK"]
        #expect(Self.steps(lines) == [.more, .more, .whole])
        #expect(Self.steps([Self.verdict, "OK serial=E-7"]) == [.more, .whole])
    }

    @Test(arguments: [
        [verdict.replacing("O-1", with: "O-2")], ["OK"], ["NO not-found message=\"…\""],
        [verdict, "* event id=E-1"], [verdict, "OKAY"], ["* reason for=offer code=no-licence"],
        [""],
    ])
    func whatIsWrongIsFound(_ lines: [String]) throws {
        guard case .wrong = try #require(Self.steps(lines).last) else {
            Issue.record("\(lines) was taken")
            return
        }
    }

    @Test func anotherTagIsWrong() {
        #expect(Self.steps([Self.verdict], tag: 418) == [.wrong("another tag")])
    }

    @Test(arguments: [(0, "@000000 "), (417, "@000417 "), (1_000_001, "@000001 ")])
    func tagsHaveEightBytes(_ number: Int, _ text: String) {
        let bytes = withUnsafeBytes(of: ReplyTag(number).word) { Array($0) }
        #expect(bytes == Array(text.utf8))
    }
}
