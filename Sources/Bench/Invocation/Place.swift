import ArgumentParser
import Foundation

/// What every measuring command is told by deploy/bench.
struct Place: ParsableArguments {
    @Option(help: "The folder of licentiad and licentia.") var bin: String
    @Option(help: "A folder for the cluster and all else; its path must be short.")
    var folder: String
    @Option(help: "The folder of the other side's statements.") var statements: String
    @Option(help: "The random numbers' seed.") var seed: UInt64 = 1
    @Option(help: "Threads of the load generator.") var clientThreads = 1

    /// Starts the cluster, loads the registry, does something with it, and stops the cluster.
    func withStage(
        scale: Scale, seconds: Int, rounds: Int, warmUp: Int,
        questions: Int = 5_000, _ body: (Stage) async throws -> Void
    ) async throws {
        let signals = Interruption.observe()
        defer { for signal in signals { signal.cancel() } }
        let database = try await Database.start(in: folder, statements: statements)
        do {
            let loading = Loading(
                folder: folder, binaries: bin, scale: scale, seed: seed, database: database)
            let stage = Stage(
                folder: folder, binaries: bin, scale: scale,
                today: try await loading.run(today: .now()), seed: seed, database: database,
                seconds: seconds, rounds: rounds, warmUp: warmUp, clientThreads: clientThreads,
                questions: questions)
            try await body(stage)
            await database.stop()
        } catch {
            await database.stop()
            throw error
        }
    }
}
