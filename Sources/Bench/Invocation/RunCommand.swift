import ArgumentParser
import Foundation

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Measures, and prints the table.")

    @OptionGroup var place: Place
    @Option(help: "1 for 10,000 organisations.") var scale = 1.0
    @Option(help: "How often each side is measured.") var rounds = 5
    @Option(help: "Seconds for which a side is loaded in each round.") var seconds = 5
    @Option(parsing: .upToNextOption, help: "Rows to measure (all).") var only: [String] = []
    @Flag(help: "JSON in place of the table.") var json = false

    /// Seconds.
    private static let warmUp = 2

    private static let experiments: [any Experiment.Type] = [
        Checks.self, FreshChecks.self, Residence.self, Import.self, Export.self,
        Writes.self, BusyChecks.self, Following.self, Sweep.self,
    ]

    func validate() throws {
        let known = Set(Self.experiments.flatMap { $0.rows.map(\.id) })
        let unknown = only.filter { !known.contains($0) }
        guard unknown.isEmpty else {
            throw ValidationError(
                "There is no row \(unknown.joined(separator: ", ")). The rows are "
                    + known.sorted().joined(separator: ", "))
        }
        guard rounds > 0, seconds > 0, scale > 0 else {
            throw ValidationError("--rounds, --seconds and --scale are more than 0.")
        }
    }

    func run() async throws {
        let scale = Scale(factor: scale)
        try await place.withStage(
            scale: scale, seconds: seconds, rounds: rounds, warmUp: Self.warmUp
        ) {
            stage in
            var results: [RowResult] = []
            for experiment in Self.experiments {
                let rows = experiment.rows.filter { only.isEmpty || only.contains($0.id) }
                if rows.isEmpty { continue }
                results += try await experiment.results(rows, stage, rounds: rounds)
            }
            let report = Report(results: results, circumstances: circumstances(stage))
            print(json ? try report.json : report.table)
        }
    }

    private func circumstances(_ stage: Stage) -> [(key: String, value: String)] {
        [
            ("organisations", "\(stage.scale.organisations)"),
            ("certifications", "\(stage.scale.certifications)"), ("rounds", "\(rounds)"),
            ("seconds", "\(seconds)"),
            ("processors", "\(ProcessInfo.processInfo.activeProcessorCount)"),
        ]
    }
}
