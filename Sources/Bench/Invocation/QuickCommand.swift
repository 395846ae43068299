import ArgumentParser

struct QuickCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quick",
        abstract: "Proves answers on a small registry, and that everything can be measured.")

    /// Forty organisations, 1,200 people.
    private static let scale = Scale(factor: 0.004)
    private static let questions = 500

    @OptionGroup var place: Place

    func run() async throws {
        try await place.withStage(
            scale: Self.scale, seconds: 1, rounds: 1, warmUp: 0, questions: Self.questions
        ) { stage in
            try await prove(stage)
            let results = try await [
                Checks.results(Checks.rows, stage, rounds: 1),
                Export.results(Export.rows, stage, rounds: 1),
                Import.results(Import.rows, stage, rounds: 1),
            ].joined()
            print(Report(results: Array(results), circumstances: []).table)
            print("Every answer was right. These figures are of one short round and mean nothing.")
        }
    }

    private func prove(_ stage: Stage) async throws {
        let daemon = try await stage.daemon("proof")
        do {
            let proof = Agreement(stage: stage, daemon: daemon)
            let organisations = Deck.organisations(
                Self.questions, scale: stage.scale, today: stage.today, seed: stage.seed)
            try await proof.proveBySQL(organisations, try await proof.prove(organisations))
            try await proof.prove(
                Deck.people(
                    Self.questions, scale: stage.scale, today: stage.today, seed: stage.seed))
        } catch {
            await daemon.stop()
            throw error
        }
        await daemon.stop()
    }
}
