import AdminProtocol
import Shell
import Testing

struct CompletionTests {
    /// What the shell learns from the very bytes of the protocol room's `describe`.
    private var vocabulary: Vocabulary {
        var bytes: [UInt8] = []
        for line in TestResponder.grammar.describe([]) ?? [] {
            ReplyEncoder(format: .text).encode(line, tag: nil, into: &bytes)
        }
        let rows = bytes.split(separator: 0x0A).compactMap { line -> DataRow? in
            if case .data(let row) = ReceivedLine(Array(line)).meaning { row } else { nil }
        }
        return Vocabulary(describedBy: rows)
    }

    @Test(arguments: [
        ("pi", ["ping "]),
        ("PI", ["ping "]),
        ("li", ["licence "]),
        ("licence ", ["grant ", "list "]),
        ("licence g", ["grant "]),
        ("Licence G", ["grant "]),
        ("@a licence g", ["grant "]),
        ("licence grant t", ["type="]),
        ("licence grant O-1 o", []),
        ("licence grant organisation=O-1 o", []),
        ("licence grant o", ["organisation="]),
        ("licence grant type=", ["type=multiple ", "type=single "]),
        ("licence grant type=s", ["type=single "]),
        ("licence grant type=single ty", []),
        ("licence grant dry-run=", ["dry-run=no ", "dry-run=yes "]),
        ("licence grant nosuch=", []),
        ("licence list states=", ["states=current ", "states=ended "]),
        ("licence list states=ended,c", ["states=ended,current "]),
        ("organisation add name=\"a b\" c", ["country="]),
        ("format ", ["format=", "json ", "text "]),
        ("format j", ["json "]),
        ("help li", ["licence "]),
        ("help licence g", ["grant "]),
        ("describe organisation ", ["add ", "list ", "show "]),
        ("zzz", []),
        ("zzz ", []),
    ])
    func candidates(line: String, expected: [String]) {
        #expect(Completion(of: line, with: vocabulary).candidates == expected)
    }

    @Test func everythingAtTheStart() {
        let completion = Completion(of: "", with: vocabulary)
        #expect(completion.candidates.contains("licence "))
        #expect(completion.candidates.count == 14)
        #expect(completion.common == "")
    }

    @Test(arguments: [
        ("licence grant type=s", 6, "type=single "), ("licence ", 0, ""), ("li", 2, "licence "),
        ("describe organisation a", 1, "add "),
    ])
    func replacing(line: String, replaced: Int, common: String) {
        let completion = Completion(of: line, with: vocabulary)
        #expect(completion.replaced == replaced)
        #expect(completion.common == common)
    }

    @Test func unknownLinesArePassedOver() {
        let rows = [
            DataRow(kind: "novelty", fields: []), DataRow(kind: "command", fields: []),
            DataRow(
                kind: "argument",
                fields: [ReplyPair("command", "no such"), ReplyPair("name", "x")]),
            DataRow(kind: "command", fields: [ReplyPair("words", "ping")]),
        ]
        #expect(Vocabulary(describedBy: rows).commands.map(\.words) == [["ping"]])
    }
}
