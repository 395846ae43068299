import AdminProtocol

/// The first row of a file: which argument each column holds.
struct ImportHeader: Sendable {
    private let columns: [Column]
    private let command: CommandSpec
    private let isTrusted: Bool
    /// Whether cells were kept from being taken for formulas.
    private let isSafe: Bool

    private struct Column {
        var name: String
        /// Whether only a trusted file may say it.
        var isKept: Bool
    }

    /// What every registry gives by itself: left aside where rows are judged.
    private static let givenAnew: Set<String> = ["id", "licence"]

    /// Arguments of a request that say how it is done, and are no facts that a row could hold.
    private static let notColumns: Set<String> = ["skip-refused", "waive"]

    /// The arguments of a command that can be columns.
    static func columns(of command: CommandSpec) -> [ArgumentSpec] {
        command.arguments.filter { !notColumns.contains($0.name) }
    }

    /// - Throws: `unknown-argument` or `duplicate-argument`, by which the whole file is refused: a
    ///   misspelt column would lose its facts in every row.
    init<C: ImportedCommand>(
        _ cells: [String], of type: C.Type, rules: RuleHandling, isSafe: Bool
    ) throws(ProtocolError) {
        command = C.rowSpec
        isTrusted = rules == .trust
        self.isSafe = isSafe
        let known = Self.columns(of: command)
        let kept = Set(C.keptColumns.map(\.name))
        var columns: [Column] = []
        for cell in cells {
            let name = cell.lowercased()
            guard known.contains(where: { $0.name == name }) else {
                throw Self.unknown(cell, of: command, known.map(\.name))
            }
            guard !columns.contains(where: { $0.name == name }) else {
                throw ProtocolError(
                    .duplicateArgument, argument: name,
                    message: "The column \(name) is there twice.")
            }
            columns.append(Column(name: name, isKept: kept.contains(name)))
        }
        self.columns = columns
    }

    private static func unknown(
        _ cell: String, of command: CommandSpec, _ known: [String]
    ) -> ProtocolError {
        let isOtherwiseSplit = cell.contains { $0 == ";" || $0 == "\t" }
        let advice =
            isOtherwiseSplit
            ? "Cells are split by commas: save the file as CSV with commas."
            : "The columns are the arguments of \(command.name): "
                + known.joined(separator: ", ") + "."
        return ProtocolError(
            .unknownArgument, argument: String(cell.prefix(ProtocolLimits.maxEcho)),
            message: advice)
    }

    /// A row as a request; an empty cell is an absent argument.
    ///
    /// - Throws: `syntax` where the row has more or fewer cells than the header, and whatever a
    ///   line with these arguments would be refused for; `bad-value` for a fact that only a
    ///   trusted file may say.
    func request(_ cells: [String], line: RequestLine) throws(ProtocolError) -> Request {
        guard cells.count == columns.count else {
            throw .syntax("The row has \(cells.count) cells, the header \(columns.count).")
        }
        var arguments: [String: String] = [:]
        for (column, cell) in zip(columns, cells) where !cell.isEmpty {
            if column.isKept, !isTrusted {
                if Self.givenAnew.contains(column.name) { continue }
                throw .badValue(column.name, want: "left out: only rules=trust takes it")
            }
            arguments[column.name] = isSafe ? CSVWriter.unsafe(cell) : cell
        }
        // So an export names what has no external id.
        if isTrusted, arguments["external-id"] == arguments["id"] {
            arguments["external-id"] = nil
        }
        return try command.request(arguments, line: line)
    }
}
