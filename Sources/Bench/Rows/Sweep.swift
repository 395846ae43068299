import Foundation
import Registry

/// The nightly run of a date, every date before it having been run, beside plain SQL that leaves
/// the same.
struct Sweep: Experiment {
    static let rows = [
        Row(
            "sweep", "nightly run", .init(side: "sweep", figure: .seconds),
            beside: "plain SQL, the same notices, events and verdicts",
            .init(side: "sweep in psql", figure: .seconds), .atMost(1.25)),
        Row(
            "sweep-nothing", "nightly run of a date that is finished",
            .init(side: "sweep of nothing", figure: .seconds), .atMost(0.3)),
    ]

    /// A registry whose dates before today were run, and the copy in which a round runs today.
    private static let before = "bench_swept"
    private static let copy = "bench_sweep"

    private let stage: Stage
    private let script: String
    private let left = Left()

    static func prepare(_ stage: Stage) async throws -> Sweep {
        try await stage.database.copy(Stage.loaded, to: before)
        let one = Sweep(stage: stage, script: try SweepScript(stage: stage).write())
        try await one.withDaemon(on: before) { daemon in
            stage.say("running the date before, which learns every verdict there is")
            try await daemon.ask(["expiry", "run", "\(stage.today.previous)"])
        }
        try await stage.database.run("settle.sql", in: before, asSuperuser: true)
        return one
    }

    var sides: [Side] {
        [
            Side("sweep") { _ in
                try await stage.database.copy(Self.before, to: Self.copy)
                let seconds = try await withDaemon(on: Self.copy) { try await run($0) }
                try await left.compare(try await whatIsLeft())
                return [.seconds: seconds]
            },
            Side("sweep in psql") { _ in
                try await stage.database.copy(Self.before, to: Self.copy)
                let (_, seconds) = try await Import.timed {
                    try await stage.database.run(script, in: Self.copy)
                }
                try await left.compare(try await whatIsLeft())
                return [.seconds: seconds]
            },
            Side("sweep of nothing") { _ in
                [
                    .seconds: try await withDaemon(on: Self.copy) { daemon in
                        _ = try await run(daemon)
                        return try await run(daemon)
                    }
                ]
            },
        ]
    }

    func end() async {
        for name in [Self.copy, Self.before] { try? await stage.database.drop(name) }
    }

    private func run(_ daemon: Daemon) async throws -> Double {
        try await Import.timed { try await daemon.ask(["expiry", "run", "\(stage.today)"]) }.seconds
    }

    private func whatIsLeft() async throws -> String {
        try await stage.database.run("sweep-left.sql", in: Self.copy, ["day": "\(stage.today)"])
    }

    private func withDaemon<T: Sendable>(
        on name: String, _ body: (Daemon) async throws -> T
    ) async throws -> T {
        let daemon = try await stage.daemon("sweep", on: name)
        do {
            let value = try await body(daemon)
            await daemon.stop()
            return value
        } catch {
            await daemon.stop()
            throw error
        }
    }

    /// What the first run left: every other must leave the same.
    private actor Left {
        private var first: String?

        func compare(_ text: String) throws {
            guard let first else {
                first = text
                return
            }
            guard text == first else {
                throw BenchError("One side of the nightly run left\n\(first)and the other\n\(text)")
            }
        }
    }
}
