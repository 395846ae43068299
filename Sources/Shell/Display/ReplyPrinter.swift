/// Writes replies as they come: the bare protocol, or pages for a person.
package struct ReplyPrinter: Sendable {
    package enum Style: Sendable {
        /// Every line as the server sent it.
        case bare
        /// Laid out for the terminal as it is when the page is written.
        case pages(@Sendable () -> ReplyPage)
        /// One CSV table of all data lines, written by `finish`.
        case csv
        /// The rows of an `export`, as a CSV file.
        case exported
    }

    /// Rows that are collected for one table at most, so that an endless reply is shown in parts.
    package static let maxGroup = 1_000

    /// Whether each line is shown by itself as it comes, and not when its table is whole.
    package var isLive = false

    private let style: Style
    private let output: Sink
    private var group: [DataRow] = []
    private var hasData = false
    private var table = CSVTable()

    package init(_ style: Style, to output: Sink) {
        self.style = style
        self.output = output
    }

    /// Whether the reader sees only what the server sent, and the shell's own words go elsewhere.
    package var isBare: Bool {
        if case .pages = style { false } else { true }
    }

    /// Writes what was kept to the end.
    package mutating func finish() throws(ShellFailure) {
        if case .csv = style { try output.write(table.bytes) }
        table = CSVTable()
    }

    /// Takes one line of a reply.
    package mutating func take(_ line: ReceivedLine) throws(ShellFailure) {
        switch (style, line.meaning) {
        case (.pages(let makePage), _): try lay(out: line, on: makePage())
        case (.bare, _): try output.write(line.bytes + [UInt8(ascii: "\n")])
        case (.csv, .data(let row)): try table.take(row)
        case (.exported, .data(let row)):
            if let csv = row["csv"] { try output.write(Array(csv.utf8) + Self.rowEnd) }
        case (.csv, _), (.exported, _): break
        }
    }

    /// As RFC 4180 ends a row.
    private static let rowEnd: [UInt8] = [0x0D, 0x0A]

    private mutating func lay(
        out line: ReceivedLine, on page: ReplyPage
    ) throws(ShellFailure) {
        switch line.meaning {
        case .data(let row) where !line.isJSON:
            if isLive {
                hasData = true
                return try output.line(page.line(of: row))
            }
            if group.last.map({ $0.kind != row.kind }) ?? false || group.count >= Self.maxGroup {
                try flush(page)
            }
            group.append(row)
        case .final(let outcome) where !line.isJSON:
            try flush(page)
            for text in page.lines(of: outcome, afterData: hasData) { try output.line(text) }
            hasData = false
        case .data, .final, .continuation, .unreadable:
            try flush(page)
            try output.line(PlainText.of(String(decoding: line.bytes, as: UTF8.self)))
        }
    }

    private mutating func flush(_ page: ReplyPage) throws(ShellFailure) {
        guard !group.isEmpty else { return }
        for text in page.lines(of: group) { try output.line(text) }
        group.removeAll()
        hasData = true
    }
}
