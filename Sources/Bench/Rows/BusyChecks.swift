import Foundation

/// How long checks take while files of people go in, beside how long they take otherwise.
struct BusyChecks: Experiment {
    static let rows = [
        Row(
            "busy-p99", "check organisation, 16 × 1, while an import runs",
            .init(side: "busy", figure: .p99), beside: "idle",
            .init(side: "quiet", figure: .p99), .atMost(3))
    ]

    private static let copy = "bench_busy"
    private static let sessions = 16
    private static let rowsInFile = 20_000

    private let stage: Stage
    private let daemon: Daemon
    private let deck: Deck

    static func prepare(_ stage: Stage) async throws -> BusyChecks {
        try await stage.database.copy(Stage.loaded, to: copy)
        return BusyChecks(
            stage: stage, daemon: try await stage.daemon("busy", on: copy),
            deck: Deck.organisations(
                stage.questions, scale: stage.scale, today: stage.today, seed: stage.seed))
    }

    var sides: [Side] {
        let plan = stage.plan(daemon.socket, sessions: Self.sessions, depth: 1)
        return [
            Side("busy") { round in
                try await importing(round) {
                    [.p99: try await LoadGenerator(plan: plan, deck: deck).run().p99]
                }
            },
            Side.load("quiet", plan, deck),
        ]
    }

    func end() async {
        await daemon.stop()
        try? await stage.database.drop(Self.copy)
    }

    /// Does something while one file after another goes in.
    private func importing<T: Sendable>(
        _ round: Int, _ body: () async throws -> T
    ) async throws -> T {
        let files = Task {
            var number = 0
            while !Task.isCancelled {
                number += 1
                try await importFile("r\(round)f\(number)-")
            }
        }
        let result: Result<T, any Error>
        do {
            result = .success(try await body())
        } catch {
            result = .failure(error)
        }
        files.cancel()
        try await files.value
        return try result.get()
    }

    private func importFile(_ prefix: String) async throws {
        let file = stage.place("busy.csv")
        try FlawedPeople(count: Self.rowsInFile, prefix: prefix).write(to: file, seed: stage.seed)
        try await daemon.ask(["import", "people", file, "mode=best-effort"])
    }
}
