import AdminProtocol

/// The data lines of replies as one CSV table, for a spreadsheet.
///
/// The columns are the keys of all lines, in the order in which they first appear, so all lines are
/// kept until the end; before them stands `kind` where there are lines of several kinds.
package struct CSVTable: Sendable {
    /// Rows that are kept at most. What is longer is exported.
    package static let maxRows = 100_000

    private var rows: [DataRow] = []
    private var keys: [String] = []
    private var known: Set<String> = []
    private var kinds: Set<String> = []

    package init() {}

    package mutating func take(_ row: DataRow) throws(ShellFailure) {
        guard rows.count < Self.maxRows else {
            throw ShellFailure(
                .outputFailed,
                "--csv keeps \(Self.maxRows) lines and there are more. Use export, or ask for less."
            )
        }
        rows.append(row)
        kinds.insert(row.kind)
        for field in row where known.insert(field.key).inserted { keys.append(field.key) }
    }

    /// The table, with its header; nothing where there is no line.
    package var bytes: [UInt8] {
        guard !rows.isEmpty else { return [] }
        let isMixed = kinds.count > 1
        var bytes: [UInt8] = []
        CSVWriter.append(row: (isMixed ? ["kind"] : []) + keys, to: &bytes)
        for row in rows {
            var cells = isMixed ? [row.kind] : []
            var values: [String: String] = [:]
            for field in row { values[field.key] = field.value }
            cells += keys.map { values[$0] ?? "" }
            CSVWriter.append(row: cells, to: &bytes)
        }
        return bytes
    }
}
