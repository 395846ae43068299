import AdminProtocol
import Testing

@Suite struct CSVReaderTests {
    private static func items(_ text: String, trimming: Bool = false) -> [CSVItem] {
        items(Array(text.utf8), trimming: trimming)
    }

    private static func items(_ bytes: [UInt8], trimming: Bool = false) -> [CSVItem] {
        var reader = CSVReader(trimming: trimming)
        var items: [CSVItem] = []
        reader.read(bytes, into: &items)
        reader.finish(into: &items)
        return items
    }

    private static func record(_ line: Int, _ cells: String...) -> CSVItem {
        .record(CSVRecord(line: line, cells: cells))
    }

    @Test(arguments: [
        ("a,b\nc,d\n", [record(1, "a", "b"), record(2, "c", "d")]),
        ("a,b\r\nc,d", [record(1, "a", "b"), record(2, "c", "d")]),
        ("\u{FEFF}a\n\u{FEFF}b", [record(1, "a"), record(2, "\u{FEFF}b")]),
        ("\"a,b\",\"c \"\"d\"\"\"\n", [record(1, "a,b", "c \"d\"")]),
        ("\"a\nb\",c\nd,e\n", [record(1, "a\nb", "c"), record(3, "d", "e")]),
        ("\"a\r\nb\"\r\nc\r\n", [record(1, "a\nb"), record(3, "c")]),
        ("a,\n,b\n,\n", [record(1, "a", ""), record(2, "", "b"), record(3, "", "")]),
        ("a\n\n\r\n\"\"\nb\n", [record(1, "a"), record(4, ""), record(5, "b")]),
        (" a , b", [record(1, " a ", " b")]),
        ("ü,🦴\n", [record(1, "ü", "🦴")]),
        ("", []),
        ("\n\n", []),
        ("\u{FEFF}", []),
    ])
    func rowsAreRead(_ text: String, _ expected: [CSVItem]) {
        #expect(Self.items(text) == expected)
    }

    @Test(arguments: [
        (" a ,\tb\t\r\n", [record(1, "a", "b")]),
        (" \" a \" ,b", [record(1, "a", "b")]),
        ("  ,\n", [record(1, "", "")]),
        ("\"\n a\n\",b", [record(1, "a", "b")]),
        ("Person  of two,x", [record(1, "Person  of two", "x")]),
    ])
    func marginsAreDropped(_ text: String, _ expected: [CSVItem]) {
        #expect(Self.items(text, trimming: true) == expected)
    }

    @Test(arguments: [
        ("a\nb\"c\nd\n", [record(1, "a"), .fault(.strayQuote, line: 2), record(3, "d")]),
        ("\"a\"b\nc\n", [.fault(.strayQuote, line: 1), record(2, "c")]),
        ("\"a\"\rb\nc\n", [.fault(.strayQuote, line: 1), record(2, "c")]),
        ("a\n\"b\nc", [record(1, "a"), .fault(.openQuote, line: 2)]),
        ("a\u{1B}\nb\n", [.fault(.controlCharacter, line: 1), record(2, "b")]),
        ("a\u{85}\nb\n", [.fault(.controlCharacter, line: 1), record(2, "b")]),
        ("a\rb\nc\n", [.fault(.controlCharacter, line: 1), record(2, "c")]),
        ("\"x\ny\"z\nc\n", [.fault(.strayQuote, line: 1), record(3, "c")]),
    ])
    func aBadRowCostsOneRow(_ text: String, _ expected: [CSVItem]) {
        #expect(Self.items(text) == expected)
    }

    @Test func whatIsNotUTF8IsOneBadRow() {
        let bytes = Array("a\n".utf8) + [0x62, 0xFC, 0x0A] + Array("c\n".utf8)
        #expect(
            Self.items(bytes) == [
                Self.record(1, "a"), .fault(.notUTF8, line: 2), Self.record(3, "c"),
            ])
        #expect(Self.items([0xEF, 0xBB, 0x61]) == [.fault(.notUTF8, line: 1)])
    }

    @Test func whatIsTooLongIsPassedOver() {
        let long = String(repeating: "x", count: CSVLimits.cellBytes + 1)
        #expect(
            Self.items("a\n\(long)\nb\n") == [
                Self.record(1, "a"), .fault(.tooLong, line: 2), Self.record(3, "b"),
            ])
        let cell = String(repeating: "y", count: CSVLimits.cellBytes)
        let wide = Array(repeating: cell, count: 5).joined(separator: ",")
        #expect(Self.items("\(wide)\nb\n") == [.fault(.tooLong, line: 1), Self.record(2, "b")])
        #expect(Self.items("\(cell)\n") == [Self.record(1, cell)])
        let many = String(repeating: ",", count: CSVLimits.cells)
        #expect(
            Self.items("\(many)\nb\n") == [.fault(.tooManyCells, line: 1), Self.record(2, "b")])
    }

    /// A quote left open must not take all of a large file with it.
    @Test func anOpenQuoteEndsAtTheLimit() {
        let lines = String(repeating: "a,b\n", count: CSVLimits.cellBytes / 2)
        let items = Self.items("\"open\n" + lines)
        #expect(items.first == .fault(.tooLong, line: 1))
        #expect(items.last == Self.record(1 + CSVLimits.cellBytes / 2, "a", "b"))
    }

    @Test(arguments: CSVFault.allCases)
    func everyFaultSaysWhatToDo(_ fault: CSVFault) {
        #expect(fault.error.message.hasSuffix(".") || fault.error.message.hasSuffix("?"))
    }
}
