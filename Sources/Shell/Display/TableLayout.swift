/// Several data lines of one kind as a table whose columns stand under each other.
package struct TableLayout: Sendable {
    private let keys: [String]
    private let cells: [[String]]
    private let widths: [Int]
    private let isNumber: [Bool]

    private static let gap = "  "

    /// The columns are the keys of all rows, in the order in which they first appear.
    package init(_ rows: [DataRow]) {
        var keys: [String] = []
        for field in rows.joined() where !keys.contains(field.key) { keys.append(field.key) }
        let cells = rows.map { row in keys.map { PlainText.of(row[$0] ?? "") } }
        self.keys = keys.map { PlainText.of($0) }
        self.cells = cells
        widths = keys.indices.map { column in
            cells.reduce(DisplayWidth.of(keys[column])) { max($0, DisplayWidth.of($1[column])) }
        }
        isNumber = keys.indices.map { column in
            cells.allSatisfy {
                !$0[column].isEmpty && $0[column].utf8.allSatisfy { 0x30...0x39 ~= $0 }
            }
        }
    }

    /// Columns that the widest row takes.
    package var width: Int {
        widths.reduce(0, +) + max(widths.count - 1, 0) * Self.gap.count
    }

    /// The heading and the rows.
    package func lines(_ colours: Colours) -> [String] {
        [row(keys) { colours.paint($0, .heading) }] + cells.map { row($0) { $0 } }
    }

    /// Numbers stand at the right of their column; no spaces are put after the last one.
    private func row(_ cells: [String], paint: (String) -> String) -> String {
        var line = ""
        var pending = ""
        for (column, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
            if isNumber[column] { pending += padding }
            if !cell.isEmpty {
                line += pending + paint(cell)
                pending = ""
            }
            if !isNumber[column] { pending += padding }
            pending += Self.gap
        }
        return line
    }
}
