/// A row of a CSV file, or why one could not be read.
package enum CSVItem: Sendable, Hashable {
    case record(CSVRecord)
    /// The row that begins on the line is not CSV; reading goes on with the next line.
    case fault(CSVFault, line: Int)
}

/// One row, its quotes undone.
package struct CSVRecord: Sendable, Hashable {
    /// The line of the file on which it begins, from 1.
    package var line: Int
    package var cells: [String]

    package init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }
}

/// What is wrong with a row as CSV.
package enum CSVFault: Sendable, Hashable, CaseIterable {
    /// A quote inside a bare cell, or something after a closing quote.
    case strayQuote
    /// The file ends inside a quoted cell.
    case openQuote
    /// A cell, or the row, is longer than the limits allow.
    case tooLong
    case tooManyCells
    case notUTF8
    /// A control character other than TAB and, in quotes, the end of a line.
    case controlCharacter

    /// The fault as an error that says what to do.
    package var error: ProtocolError {
        switch self {
        case .strayQuote:
            .syntax("A cell that holds a quote stands in quotes itself, each quote in it doubled.")
        case .openQuote: .syntax("The file ends inside quotes that this row opens.")
        case .tooLong:
            ProtocolError(
                .lineTooLong,
                message: "A cell may have \(CSVLimits.cellBytes) bytes and a row "
                    + "\(CSVLimits.rowBytes). Is a quote left open?")
        case .tooManyCells:
            .syntax("A row may have \(CSVLimits.cells) cells.")
        case .notUTF8:
            ProtocolError(
                .notUTF8, message: "The row is not UTF-8: save the file as CSV UTF-8.")
        case .controlCharacter:
            ProtocolError(
                .controlCharacter, message: "A cell holds a control character: take it out.")
        }
    }
}

/// What one row may hold, so that a file of any kind is read in bounded memory.
package enum CSVLimits {
    /// Bytes of one cell: as long as a line of the protocol, which has to hold the same values.
    package static let cellBytes = ProtocolLimits.maxLine
    /// Bytes of a row without quotes and commas.
    package static let rowBytes = 4 * ProtocolLimits.maxLine
    package static let cells = 100
}
