import AdminProtocol
import Testing

/// Random tables, written and read back: the same, wherever the bytes are split.
@Suite struct CSVRoundTripTests {
    /// What CSV turns on, and what spreadsheets do.
    private static let sharp: [String] = [
        ",", "\"", "\n", "\r\n", " ", "\t", "a", "ü", "🦴", "'", "=", "+", "-", "@", "x y",
    ]

    private static func table(_ generator: inout SeededGenerator) -> [[String]] {
        let columns = Int.random(in: 1...5, using: &generator)
        return (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            (0..<columns).map { _ in
                (0..<Int.random(in: 0...5, using: &generator))
                    .map { _ in sharp[Int.random(in: 0..<sharp.count, using: &generator)] }
                    .joined()
            }
        }
    }

    /// Inside a cell a line ends in LF, whatever wrote it.
    private static func expected(_ table: [[String]]) -> [[String]] {
        table.map { row in
            row.map { cell in
                var bytes: [UInt8] = []
                for byte in cell.utf8 {
                    if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
                    bytes.append(byte)
                }
                return String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    private static func bytes(_ table: [[String]]) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in table { CSVWriter.append(row: row, to: &bytes) }
        return bytes
    }

    private static func cells(_ items: [CSVItem]) -> [[String]?] {
        items.map { if case .record(let record) = $0 { record.cells } else { nil } }
    }

    @Test func tablesComeBackAtEverySplit() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let table = Self.table(&generator)
            let bytes = Self.bytes(table)
            for split in 0...bytes.count {
                var reader = CSVReader()
                var items: [CSVItem] = []
                reader.read(bytes[..<split], into: &items)
                reader.read(bytes[split...], into: &items)
                reader.finish(into: &items)
                #expect(Self.cells(items) == Self.expected(table))
            }
        }
    }

    @Test func randomBytesGiveTheSameItemsHoweverTheyAreSplit() {
        var generator = SeededGenerator(seed: 8)
        let alphabet = Array(",\"\n\r a".utf8) + [0x00, 0xFF, 0xEF, 0xBB, 0xBF, 0xC2, 0x85]
        for _ in 0..<2_000 {
            let bytes = (0..<40).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            }
            for trims in [false, true] {
                var whole: [CSVItem] = []
                var reader = CSVReader(trimming: trims)
                reader.read(bytes, into: &whole)
                reader.finish(into: &whole)
                var parts: [CSVItem] = []
                reader = CSVReader(trimming: trims)
                for byte in bytes { reader.read([byte], into: &parts) }
                reader.finish(into: &parts)
                #expect(whole == parts)
            }
        }
    }

    /// No cell that a spreadsheet would calculate, and none that is changed for good.
    @Test func safeCellsComeBack() {
        var generator = SeededGenerator(seed: 9)
        for cell in (0..<2_000).flatMap({ _ in Self.table(&generator).joined() }) {
            let safe = CSVWriter.safe(cell)
            #expect(safe.utf8.first.map { Array("=+-@\t\r".utf8).contains($0) } != true)
            #expect(CSVWriter.unsafe(safe) == cell)
        }
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("-5", "'-5"), ("@x", "'@x"), ("'=1", "''=1"), ("a=1", "a=1"),
        ("'quoted'", "'quoted'"), ("", ""),
    ])
    func formulasAreDisarmed(_ cell: String, _ expected: String) {
        #expect(CSVWriter.safe(cell) == expected)
    }
}
