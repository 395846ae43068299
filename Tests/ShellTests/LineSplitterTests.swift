import Shell
import Testing

struct LineSplitterTests {
    @Test func splitAnywhere() {
        let text = Array("one\r\n\ntwo\nhalf".utf8)
        for cut in 0...text.count {
            var splitter = LineSplitter()
            var lines: [String] = []
            for part in [text[..<cut], text[cut...]] {
                splitter.feed(part)
                while let line = splitter.next() {
                    lines.append(String(decoding: line, as: UTF8.self))
                }
            }
            #expect(lines == ["one", "", "two"])
            #expect(splitter.rest() == Array("half".utf8))
            #expect(splitter.rest() == nil)
        }
    }

    @Test func bytesAreKeptAsTheyAre() {
        var splitter = LineSplitter()
        splitter.feed([0xFF, 0x00, 0x0A])
        #expect(splitter.next() == [0xFF, 0x00])
        #expect(splitter.rest() == nil)
    }
}
