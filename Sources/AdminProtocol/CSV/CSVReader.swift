/// Reads CSV as RFC 4180 has it, however the bytes are split: commas between cells, cells in
/// quotes where they hold commas, quotes or ends of lines, rows ended by LF or CR LF.
///
/// A byte order mark at the beginning is passed over, and so are lines without anything. A row
/// that is not CSV is reported with its line, and reading goes on after the next end of line: one
/// bad row costs one row, except that a quote left open takes what follows with it up to the limit
/// of a row. Memory is bounded by `CSVLimits`.
///
/// Example: `reader.read(chunk, into: &items)` for each chunk, then `reader.finish(into: &items)`.
package struct CSVReader: Sendable {
    private enum State {
        /// Nothing of the cell was seen yet.
        case cellStart
        case bare
        case quoted
        /// After a quote in a quoted cell: its end, or the first half of a doubled one.
        case quote
        /// After the CR that followed a quoted cell.
        case quoteReturn
        /// In a row that was reported already.
        case skipping
    }

    /// Whether spaces and TABs around a cell are dropped.
    private let trims: Bool
    private var state = State.cellStart
    /// The line under way, and the one on which the row began.
    private var line = 1
    private var rowLine = 1
    /// The bytes of the row's cells, one after another, and where each ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var hasQuotes = false
    /// How much of the byte order mark was seen; nil when the beginning is over.
    private var mark: Int? = 0

    package init(trimming trims: Bool = false) {
        self.trims = trims
    }

    /// Takes the next bytes; appends the rows that they complete.
    package mutating func read(_ chunk: some Sequence<UInt8>, into items: inout [CSVItem]) {
        for byte in chunk {
            if mark != nil, isMark(byte) { continue }
            take(byte, &items)
        }
    }

    /// Says that the file ends here: the last row may have no end of line.
    package mutating func finish(into items: inout [CSVItem]) {
        switch state {
        case .quoted: fail(.openQuote, &items)
        case .skipping: break
        case .cellStart where bytes.isEmpty && ends.isEmpty && !hasQuotes: break
        case .cellStart, .bare, .quote, .quoteReturn: endRow(&items)
        }
        startRow()
    }

    private mutating func isMark(_ byte: UInt8) -> Bool {
        guard let seen = mark, byte == Self.byteOrderMark[seen] else {
            // Half a mark is none, and not UTF-8 either.
            bytes.append(contentsOf: Self.byteOrderMark.prefix(mark ?? 0))
            if !bytes.isEmpty { state = .bare }
            mark = nil
            return false
        }
        mark = seen + 1 == Self.byteOrderMark.count ? nil : seen + 1
        return true
    }

    private mutating func take(_ byte: UInt8, _ items: inout [CSVItem]) {
        switch state {
        case .cellStart, .bare: takeBare(byte, &items)
        case .quoted: takeQuoted(byte, &items)
        case .quote: takeAfterQuote(byte, &items)
        case .quoteReturn:
            if byte == .lineFeed { endRow(&items) } else { fail(.strayQuote, &items) }
        case .skipping:
            if byte == .lineFeed { startRow() }
        }
        if byte == .lineFeed {
            line += 1
            if ends.isEmpty, bytes.isEmpty, state == .cellStart { rowLine = line }
        }
    }

    private mutating func takeBare(_ byte: UInt8, _ items: inout [CSVItem]) {
        switch byte {
        case .comma: endCell(&items)
        case .lineFeed:
            dropReturn()
            endRow(&items)
        case .quote where state == .cellStart || (trims && isBlankCell):
            bytes.removeLast(bytes.count - cellStart)
            hasQuotes = true
            state = .quoted
        case .quote: fail(.strayQuote, &items)
        default:
            state = .bare
            append(byte, &items)
        }
    }

    private mutating func takeQuoted(_ byte: UInt8, _ items: inout [CSVItem]) {
        switch byte {
        case .quote: state = .quote
        case .lineFeed:
            // A line ends in one way inside a cell, whatever wrote the file.
            dropReturn()
            append(byte, &items)
        default: append(byte, &items)
        }
    }

    private mutating func takeAfterQuote(_ byte: UInt8, _ items: inout [CSVItem]) {
        switch byte {
        case .quote:
            state = .quoted
            append(byte, &items)
        case .comma: endCell(&items)
        case .lineFeed: endRow(&items)
        case .carriageReturn: state = .quoteReturn
        case .space where trims, .tab where trims: break
        default: fail(.strayQuote, &items)
        }
    }

    private mutating func dropReturn() {
        if bytes.count > cellStart, bytes.last == .carriageReturn { bytes.removeLast() }
    }

    private mutating func append(_ byte: UInt8, _ items: inout [CSVItem]) {
        bytes.append(byte)
        if bytes.count > CSVLimits.rowBytes || bytes.count - cellStart > CSVLimits.cellBytes {
            fail(.tooLong, &items)
        }
    }

    private mutating func endCell(_ items: inout [CSVItem]) {
        ends.append(bytes.count)
        state = .cellStart
        if ends.count >= CSVLimits.cells { fail(.tooManyCells, &items) }
    }

    private mutating func endRow(_ items: inout [CSVItem]) {
        ends.append(bytes.count)
        let isNothing = bytes.isEmpty && ends.count == 1 && !hasQuotes
        if !isNothing { items.append(item()) }
        startRow()
    }

    private mutating func fail(_ fault: CSVFault, _ items: inout [CSVItem]) {
        items.append(.fault(fault, line: rowLine))
        startRow()
        state = .skipping
    }

    private mutating func startRow() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        hasQuotes = false
        state = .cellStart
        rowLine = line
    }

    private var cellStart: Int { ends.last ?? 0 }

    private var isBlankCell: Bool {
        bytes[cellStart...].allSatisfy { $0 == .space || $0 == .tab }
    }

    private func item() -> CSVItem {
        var cells: [String] = []
        cells.reserveCapacity(ends.count)
        var start = 0
        for end in ends {
            let cell = trims ? bytes[start..<end].trimmed : bytes[start..<end]
            start = end
            guard let text = String(validating: cell, as: UTF8.self) else {
                return .fault(.notUTF8, line: rowLine)
            }
            if cell.holdsControl { return .fault(.controlCharacter, line: rowLine) }
            cells.append(text)
        }
        return .record(CSVRecord(line: rowLine, cells: cells))
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

extension ArraySlice<UInt8> {
    /// Without the spaces, TABs and ends of lines around it.
    fileprivate var trimmed: ArraySlice<UInt8> {
        var cell = self
        while let last = cell.last, last.isMargin { cell.removeLast() }
        return cell.drop(while: \.isMargin)
    }

    /// Whether it holds a control character other than TAB and LF, C1 controls among them.
    fileprivate var holdsControl: Bool {
        var previous: UInt8 = 0
        for byte in self {
            if byte.isControl, byte != .tab, byte != .lineFeed { return true }
            if previous == WireText.c1Lead, WireText.c1Trail.contains(byte) { return true }
            previous = byte
        }
        return false
    }
}

extension UInt8 {
    fileprivate var isMargin: Bool {
        self == .space || self == .tab || self == .lineFeed
    }
}
