/// Writes CSV as RFC 4180 has it: rows end in CR LF, and a cell stands in quotes where it must.
package enum CSVWriter {
    /// Writes one row.
    package static func append(row cells: [String], to bytes: inout [UInt8]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(.comma) }
            append(cell, isOnly: cells.count == 1, to: &bytes)
        }
        bytes.append(.carriageReturn)
        bytes.append(.lineFeed)
    }

    /// A row of one empty cell is written with quotes, or it would be no row at all.
    private static func append(_ cell: String, isOnly: Bool, to bytes: inout [UInt8]) {
        guard needsQuotes(cell) || (isOnly && cell.isEmpty) else {
            bytes.append(contentsOf: cell.utf8)
            return
        }
        bytes.append(.quote)
        for byte in cell.utf8 {
            if byte == .quote { bytes.append(.quote) }
            bytes.append(byte)
        }
        bytes.append(.quote)
    }

    private static func needsQuotes(_ cell: String) -> Bool {
        let isEdgeBlank = [cell.utf8.first, cell.utf8.last].contains { $0 == .space || $0 == .tab }
        return isEdgeBlank
            || cell.utf8.contains { byte in
                byte == .comma || byte == .quote || byte == .lineFeed || byte == .carriageReturn
            }
    }
}

extension CSVWriter {
    /// The cell in a form that no spreadsheet takes for a formula: one that begins with `=`, `+`,
    /// `-`, `@`, TAB or CR gets an apostrophe before it, and so does one that begins with an
    /// apostrophe before such a sign, so that `unsafe` can take it off again without loss.
    package static func safe(_ cell: String) -> String {
        isDangerous(cell) ? "'" + cell : cell
    }

    /// Takes the apostrophe off that `safe` put on; any other cell is as it was.
    package static func unsafe(_ cell: String) -> String {
        guard cell.utf8.first == apostrophe else { return cell }
        let rest = String(Substring(cell.utf8.dropFirst()))
        return isDangerous(rest) ? rest : cell
    }

    /// Apostrophes before the sign count too: what looks like a safe cell is made safe once more.
    private static func isDangerous(_ cell: String) -> Bool {
        guard let first = cell.utf8.first(where: { $0 != apostrophe }) else { return false }
        return [.equals, .plus, .hyphen, .at, .tab, .carriageReturn].contains(first)
    }

    private static let apostrophe: UInt8 = 0x27
}
