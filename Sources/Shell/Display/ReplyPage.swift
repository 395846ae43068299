/// A reply as a person reads it.
///
/// Several lines of one kind become a table, or blocks where the table would be wider than the
/// terminal; one line becomes a list of `key: value`; reasons and warnings one coloured line each;
/// and the final line comes last, left out where it would only say `OK` under an answer.
package struct ReplyPage: Sendable {
    package let columns: Int
    package let colours: Colours
    /// Whether the reader can ask for the next page by `more`.
    package let isAtPrompt: Bool

    package init(columns: Int, colours: Colours, isAtPrompt: Bool = false) {
        self.columns = columns
        self.colours = colours
        self.isAtPrompt = isAtPrompt
    }

    /// The lines of one group of data lines, which are all of one kind.
    package func lines(of group: [DataRow]) -> [String] {
        guard let first = group.first else { return [] }
        switch first.kind {
        case "reason": return group.map { remark($0, .bad) }
        case "warning": return group.map { remark($0, .warning) }
        default: break
        }
        // What is only text (`help`) is for reading as it is.
        if let text = first["text"], first.fields.count == 1 {
            return [PlainText.of(text)] + lines(of: Array(group.dropFirst()))
        }
        guard group.count > 1 else { return list(first) }
        let table = TableLayout(group)
        if table.width <= columns { return table.lines(colours) }
        return Array(group.map(list).joined(separator: [""]))
    }

    /// A data line by itself, on one line: `event  id=E-7  thing=O-1`.
    package func line(of row: DataRow) -> String {
        let facts = row.map { field in
            colours.paint(PlainText.of(field.key) + "=", .key) + PlainText.of(field.value)
        }
        return ([colours.paint(PlainText.of(row.kind), .heading)] + facts).joined(separator: "  ")
    }

    /// The lines of the final line.
    package func lines(of outcome: Outcome, afterData: Bool) -> [String] {
        // `reasons` counts lines that stand above.
        let shown = outcome.fields.filter { $0.key != "reasons" }
        let facts = shown.map { PlainText.of("\($0.key)=\($0.value)") }.joined(separator: " ")
        switch outcome.status {
        case .ok:
            if facts.isEmpty, afterData { return [] }
            let next = outcome["more"] == "yes" ? outcome["next"] : nil
            let hint =
                next.map { next in
                    isAtPrompt
                        ? "  (more: the next page)" : "  (go on with after=\(PlainText.of(next)))"
                } ?? ""
            return [colours.paint("OK", .good) + (facts.isEmpty ? "" : " \(facts)") + hint]
        case .refused, .misunderstood, .bye:
            let head = [outcome.status.rawValue, outcome.code].compactMap(\.self)
            let title = colours.paint(PlainText.of(head.joined(separator: " ")), .bad)
            let message = outcome.message.map { ": " + PlainText.of($0) } ?? ""
            return [title + message] + (facts.isEmpty ? [] : ["  \(facts)"])
        }
    }

    private func list(_ row: DataRow) -> [String] {
        let keyWidth = row.reduce(0) { max($0, DisplayWidth.of($1.key)) }
        let heading = colours.paint(PlainText.of(row.kind), .heading)
        return [heading]
            + row.map { field in
                let key = PlainText.of(field.key)
                let padding = String(repeating: " ", count: max(keyWidth - DisplayWidth.of(key), 0))
                return "  " + colours.paint("\(key):", .key) + padding + " "
                    + PlainText.of(field.value)
            }
    }

    /// `reason prerequisite-missing: person=P-8 needs=CDSMP`.
    private func remark(_ row: DataRow, _ role: Colours.Role) -> String {
        let rest = row.filter { $0.key != "code" && $0.key != "message" }
        let facts = rest.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        let text = [facts, row["message"] ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
        let title = PlainText.of("\(row.kind) \(row["code"] ?? "")")
        return "  " + colours.paint(title, role) + (text.isEmpty ? "" : ": " + PlainText.of(text))
    }
}
