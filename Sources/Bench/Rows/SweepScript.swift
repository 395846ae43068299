import Foundation
import Registry

/// The other side's nightly run, put together from its frame and the daemon's own statements that
/// find something, which are SQL as they are.
struct SweepScript: Sendable {
    private static let findings = [
        "expired", "lapsed", "coverage_ended", "affiliation_ended", "expiring", "reports",
    ]

    /// The codes that can decide a verdict, for the candidates.
    private static let codes =
        "{organisation-closed,no-licence,too-few-leaders,no-peer-leader,profession-missing,"
        + "report-overdue,too-few-master-trainers}"

    let stage: Stage

    /// - Returns: its path.
    func write() throws -> String {
        let day = "date '\(stage.today)'"
        let findings = try Self.findings.map { name in
            try ours("nightly_\(name)", [day, day])
        }
        let candidates = try ours(
            "nightly_candidates",
            ["date '\(stage.today.previous)'", day, "0", "0", "1000000000", "'\(Self.codes)'"])
        let parts = [
            "@candidates@": candidates, "@judge@": try stage.statement("sweep-judge.sql"),
            "@findings@": findings.joined(separator: ")\n    UNION ALL (\n"),
            "@tell@": try stage.statement("sweep-tell.sql"),
            "@told@": try stage.statement("sweep-told.sql"), "@day@": "\(stage.today)",
        ]
        let text = parts.sorted { $0.key < $1.key }.reduce(
            try stage.statement("sweep.sql")
        ) { text, part in text.replacingOccurrences(of: part.key, with: part.value) }
        let path = stage.place("sweep.sql")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    /// One of the daemon's statements with its parameters put in.
    private func ours(_ name: String, _ parameters: [String]) throws -> String {
        var text = try stage.statement("../../sql/statements/\(name).sql")
        for (place, value) in parameters.enumerated().reversed() {
            text = text.replacingOccurrences(of: "$\(place + 1)", with: value)
        }
        return text
    }
}
