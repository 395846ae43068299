import Foundation

/// All people as CSV.
struct Export: Experiment {
    static let rows = [
        Row(
            "export", "export people", .init(side: "export", figure: .seconds),
            beside: "\\copy … TO", .init(side: "\\copy to", figure: .seconds), .atMost(2))
    ]

    private let stage: Stage
    private let daemon: Daemon

    static func prepare(_ stage: Stage) async throws -> Export {
        Export(stage: stage, daemon: try await stage.daemon("export"))
    }

    var sides: [Side] {
        [
            Side("export") { _ in
                let file = stage.place("export.csv")
                return try await measured(file) {
                    try await daemon.client.run(
                        ["--socket", daemon.socket, "export", "people"], output: file)
                }
            },
            Side("\\copy to") { _ in
                let file = stage.place("copied.csv")
                // psql's \copy takes no variables, so that the file's name is put in here.
                let statement = try stage.statement("export-people.sql")
                    .split { $0.isNewline }.joined(separator: " ")
                return try await measured(file) {
                    try await stage.database.run(
                        ["-c", "\\copy (\(statement)) TO '\(file)' CSV HEADER"], in: Stage.loaded)
                }
            },
        ]
    }

    func end() async { await daemon.stop() }

    private func measured(
        _ file: String, _ body: () async throws -> Void
    ) async throws -> [Row.Figure: Double] {
        let (_, seconds) = try await Import.timed(body)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        try FileManager.default.removeItem(atPath: file)
        // The header is one of the lines.
        let lines = bytes.count { $0 == 0x0A }
        guard lines == stage.scale.people + 1 else {
            throw BenchError(
                "\(file) has \(lines) lines, and there are \(stage.scale.people) people.")
        }
        return [.seconds: seconds]
    }
}
