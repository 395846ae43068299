import Foundation

/// The table at the end.
struct Report: Sendable {
    let results: [RowResult]
    /// What else is to be known of the run, such as its scale.
    let circumstances: [(key: String, value: String)]

    var table: String {
        let header = ["Work", "Beside", "A", "B", "A/B (min–max)", "To reach", "Reached"]
        let lines = [header] + results.map(cells)
        let widths = header.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        func text(_ cells: [String]) -> String {
            let padded = zip(cells, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return "| " + padded.joined(separator: " | ") + " |"
        }
        let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|")
        return ([text(header), rule + "|"] + lines.dropFirst().map(text)).joined(separator: "\n")
            + "\n\n"
            + circumstances.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }

    var json: String {
        get throws {
            let rows = results.map { result in
                JSONRow(
                    row: result.row.id, work: result.row.work, beside: result.row.beside,
                    unit: result.row.ours.figure.rawValue, ours: result.ours,
                    theirs: result.theirs, judged: result.judged,
                    median: RowResult.median(result.judged), goal: result.row.goal.text,
                    reached: result.isReached)
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let whole = JSONReport(
                rows: rows,
                circumstances: Dictionary(circumstances.map { ($0.key, $0.value) }) { $1 })
            return String(decoding: try encoder.encode(whole), as: UTF8.self)
        }
    }

    private struct JSONReport: Encodable {
        let rows: [JSONRow]
        let circumstances: [String: String]
    }

    private struct JSONRow: Encodable {
        let row: String
        let work: String
        let beside: String?
        let unit: String
        let ours: [Double]
        let theirs: [Double]?
        let judged: [Double]
        let median: Double
        let goal: String
        let reached: Bool?
    }

    private func cells(_ result: RowResult) -> [String] {
        let unit = result.row.ours.figure.rawValue
        let judged = result.judged
        let spread =
            judged.count < 2
            ? ""
            : " (\(Decimals.text(judged.min() ?? 0))–\(Decimals.text(judged.max() ?? 0)))"
        return [
            "\(result.row.work) [\(result.row.id)]", result.row.beside ?? "–",
            "\(Decimals.text(RowResult.median(result.ours))) \(unit)",
            result.theirs.map { "\(Decimals.text(RowResult.median($0))) \(unit)" } ?? "–",
            Decimals.text(RowResult.median(judged)) + spread, result.row.goal.text,
            result.isReached.map { $0 ? "yes" : "NO" } ?? "–",
        ]
    }
}
