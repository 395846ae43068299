import AdminProtocol

/// The first row of a file: which argument each column holds.
struct ImportHeader: Sendable {
    private let columns: [ArgumentSpec]
    private let command: CommandSpec
    /// Whether cells were kept from being taken for formulas.
    private let isSafe: Bool

    /// Arguments of a request that say how it is done, and are no facts that a row could hold.
    private static let notColumns: Set<String> = ["skip-refused", "waive"]

    /// The arguments of a command that can be columns.
    static func columns(of command: CommandSpec) -> [ArgumentSpec] {
        command.arguments.filter { !notColumns.contains($0.name) }
    }

    /// - Throws: `unknown-argument` or `duplicate-argument`, by which the whole file is refused: a
    ///   misspelt column would lose its facts in every row.
    init(_ cells: [String], of command: CommandSpec, isSafe: Bool) throws(ProtocolError) {
        self.command = command
        self.isSafe = isSafe
        let known = Self.columns(of: command)
        var columns: [ArgumentSpec] = []
        for cell in cells {
            let name = cell.lowercased()
            guard let column = known.first(where: { $0.name == name }) else {
                throw Self.unknown(cell, of: command, known.map(\.name))
            }
            guard !columns.contains(where: { $0.name == name }) else {
                throw ProtocolError(
                    .duplicateArgument, argument: name,
                    message: "The column \(name) is there twice.")
            }
            columns.append(column)
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
    ///   line with these arguments would be refused for.
    func request(_ cells: [String], line: RequestLine) throws(ProtocolError) -> Request {
        guard cells.count == columns.count else {
            throw .syntax("The row has \(cells.count) cells, the header \(columns.count).")
        }
        var arguments: [String: String] = [:]
        for (column, cell) in zip(columns, cells) where !cell.isEmpty {
            arguments[column.name] = isSafe ? CSVWriter.unsafe(cell) : cell
        }
        return try command.request(arguments, line: line)
    }
}
