/// Rows whose sides are measured in turn: A B A B …, so that what the machine does meanwhile falls
/// on all of them.
protocol Experiment: Sendable {
    /// What it can tell; known before anything is prepared.
    static var rows: [Row] { get }

    /// Makes ready what the sides need. To be followed by `end`, also where a side fails.
    static func prepare(_ stage: Stage) async throws -> Self

    var sides: [Side] { get }

    func end() async
}

extension Experiment {
    /// Measures the sides that these rows need.
    static func results(_ rows: [Row], _ stage: Stage, rounds: Int) async throws -> [RowResult] {
        let experiment = try await prepare(stage)
        do {
            let results = try await experiment.results(rows, stage, rounds: rounds)
            await experiment.end()
            return results
        } catch {
            await experiment.end()
            throw error
        }
    }

    private func results(
        _ rows: [Row], _ stage: Stage, rounds: Int
    ) async throws -> [RowResult] {
        let needed = Set(rows.flatMap { [$0.ours.side, $0.theirs?.side].compactMap(\.self) })
        var figures: [Row.Source: [Double]] = [:]
        for round in 1...rounds {
            for side in sides where needed.contains(side.name) {
                try Interruption.check()
                stage.say("round \(round) of \(rounds): \(side.name)")
                for (figure, value) in try await side.measure(round) {
                    figures[Row.Source(side: side.name, figure: figure), default: []].append(value)
                }
            }
        }
        return rows.map { row in
            RowResult(
                row, ours: figures[row.ours] ?? [], theirs: row.theirs.map { figures[$0] ?? [] })
        }
    }
}
