import Foundation

/// A statement as the server's log has it: its text, and the values of its parameters.
struct LoggedStatement: Sendable, Equatable {
    var text: String
    /// In the order of `$1`, `$2`, …; nil is NULL.
    var values: [String?] = []
    /// The server's process, which is a session's.
    var process = ""

    /// The text alone: what stands in comments is neither asked nor filled in.
    var withoutComments: String { Self.withoutComments(text) }

    /// Comments begin with `--` and end with their line; no text of ours holds two hyphens.
    static func withoutComments(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                line.firstRange(of: "--").map { line[..<$0.lowerBound] } ?? line
            }
            .joined(separator: "\n")
    }

    /// The statements in what a log says, in their order.
    ///
    /// A record begins with a time and `[PID] LEVEL:`; the lines that belong to it begin with TAB.
    static func read(_ log: String) -> [LoggedStatement] {
        var statements: [LoggedStatement] = []
        for record in records(of: log) {
            let process = record.firstMatch(of: #/\[(\d+)\]/#).map { String($0.output.1) } ?? ""
            if let text = body(record, after: "LOG:  statement: ") {
                statements.append(LoggedStatement(text: text, process: process))
            } else if let named = body(record, after: "LOG:  execute ") {
                // `NAME: TEXT`, and the name holds no colon.
                guard let colon = named.firstIndex(of: ":") else { continue }
                let text = named[named.index(after: colon)...].drop { $0 == " " }
                statements.append(LoggedStatement(text: String(text), process: process))
            } else if let values = body(record, after: "DETAIL:  parameters: "),
                let last = statements.lastIndex(where: { $0.process == process })
            {
                statements[last].values = parameters(values)
            }
        }
        return statements
    }

    /// The same in transactions, each of one session, in the order of their ends.
    static func transactions(_ statements: [LoggedStatement]) -> [[LoggedStatement]] {
        var open: [String: [LoggedStatement]] = [:]
        var ended: [[LoggedStatement]] = []
        for statement in statements {
            let begun = open[statement.process] ?? []
            let isWithin = !begun.isEmpty || statement.text.hasPrefix("BEGIN")
            let isEnd = ["COMMIT", "ROLLBACK"].contains { statement.text.hasPrefix($0) }
            if isWithin, !isEnd {
                open[statement.process] = begun + [statement]
            } else {
                ended.append(begun + [statement])
                open[statement.process] = nil
            }
        }
        return ended
    }

    private static func records(of log: String) -> [String] {
        var records: [String] = []
        for line in log.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.first == "\t", !records.isEmpty {
                records[records.count - 1] += "\n" + line.dropFirst()
            } else {
                records.append(String(line))
            }
        }
        return records
    }

    private static func body(_ record: String, after mark: String) -> String? {
        record.range(of: mark).map { String(record[$0.upperBound...]) }
    }

    /// `$1 = '{4711}', $2 = NULL`: a quote within a value is doubled.
    private static func parameters(_ text: String) -> [String?] {
        var values: [String?] = []
        var rest = Substring(text)
        while let equals = rest.range(of: " = ") {
            rest = rest[equals.upperBound...]
            guard rest.first == "'" else {
                values.append(nil)
                continue
            }
            var value = ""
            rest = rest.dropFirst()
            while let quote = rest.firstIndex(of: "'") {
                value += rest[..<quote]
                rest = rest[rest.index(after: quote)...]
                guard rest.first == "'" else { break }
                value += "'"
                rest = rest.dropFirst()
            }
            values.append(value)
        }
        return values
    }
}
