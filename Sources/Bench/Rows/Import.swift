import Foundation

/// A file of people, of whom two in a hundred are bad, into an empty registry.
struct Import: Experiment {
    static let rows = [
        Row(
            "import", "import people, 2 % bad", .init(side: "import", figure: .seconds),
            beside: "\\copy to staging and one validating INSERT",
            .init(side: "psql", figure: .seconds), .atMost(1.2)),
        Row(
            "import-events", "import people, 2 % bad", .init(side: "import", figure: .seconds),
            beside: "the same with events and their digests",
            .init(side: "psql with events", figure: .seconds), .none),
        Row(
            "import-memory", "import people: the daemon's peak",
            .init(side: "import", figure: .mebibytes), .atMost(200)),
    ]

    private static let copy = "bench_import"

    private let stage: Stage
    private let people: FlawedPeople
    private var file: String { stage.place("flawed.csv") }

    static func prepare(_ stage: Stage) async throws -> Import {
        let one = Import(stage: stage, people: FlawedPeople(count: stage.scale.people))
        try one.people.write(to: one.file, seed: stage.seed)
        return one
    }

    var sides: [Side] {
        [
            Side("import") { _ in try await importByDaemon() },
            Side("psql") { _ in try await importBySQL(events: false) },
            Side("psql with events") { _ in try await importBySQL(events: true) },
        ]
    }

    func end() async {
        try? await stage.database.drop(Self.copy)
        try? FileManager.default.removeItem(atPath: file)
    }

    private func importByDaemon() async throws -> [Row.Figure: Double] {
        try await stage.database.copy(Stage.empty, to: Self.copy)
        let daemon = try await stage.daemon("import", on: Self.copy)
        do {
            let (output, seconds) = try await Self.timed {
                try await daemon.ask(["import", "people", file, "mode=best-effort"])
            }
            let stored = people.count - people.refused
            let summary =
                "* summary read=\(people.count) stored=\(stored) unchanged=0 "
                + "refused=\(people.refused)"
            guard output.contains(summary) else {
                throw BenchError("The import ended in\n\(output.suffix(500))and not in\n\(summary)")
            }
            let peak = Double(try daemon.residentPeak) / 1_024
            await daemon.stop()
            return [.seconds: seconds, .mebibytes: peak]
        } catch {
            await daemon.stop()
            throw error
        }
    }

    private func importBySQL(events: Bool) async throws -> [Row.Figure: Double] {
        try await stage.database.copy(Stage.empty, to: Self.copy)
        let (output, seconds) = try await Self.timed {
            try await stage.database.run(
                [
                    "-f", "\(stage.database.statements)/import-staging.sql",
                    "-c",
                    "\\copy staging (external_id, name, email, professions) "
                        + "FROM '\(file)' CSV HEADER",
                    "-f", "\(stage.database.statements)/import-people.sql",
                ], in: Self.copy, ["events": events ? "1" : "0"])
        }
        let counts = "\(people.count - people.refused)|\(people.refused)"
        guard output.contains(counts) else {
            throw BenchError("The other side's import told\n\(output)and not \(counts).")
        }
        return [.seconds: seconds]
    }

    static func timed<T>(_ body: () async throws -> T) async throws -> (T, seconds: Double) {
        let start = ContinuousClock.now
        let value = try await body()
        return (value, (ContinuousClock.now - start) / .seconds(1))
    }
}
