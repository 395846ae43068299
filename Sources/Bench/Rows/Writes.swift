import Foundation
import Registry

/// Records that are acknowledged only when they are durable, beside the same statements as a
/// transaction of pgbench.
struct Writes: Experiment {
    static let rows = kinds.flatMap { kind in
        [
            Row(
                kind.id, "\(kind.name), 32 sessions", .init(side: kind.name, figure: .rate),
                beside: "pgbench -c 32, the same statements",
                .init(side: "pgbench, \(kind.name)", figure: .rate), .atLeast(1.3)),
            Row(
                "\(kind.id)-p99", "\(kind.name), 32 sessions",
                .init(side: kind.name, figure: .p99), beside: "pgbench -c 32, the same statements",
                .init(side: "pgbench, \(kind.name)", figure: .p99), .atMost(1)),
        ]
    }

    private static let kinds = [
        (id: "workshops", name: "workshop record"), (id: "trainings", name: "training record"),
    ]
    /// One for each side: what pgbench writes is judged by nobody, and would be in the way.
    private static let copy = "bench_writes"
    private static let other = "bench_writes_other"
    private static let sessions = 32

    private let stage: Stage
    private let daemon: Daemon
    /// For each kind, in their order.
    private let decks: [Deck]
    private let scripts: [String]

    static func prepare(_ stage: Stage) async throws -> Writes {
        for name in [copy, other] { try await stage.database.copy(Stage.loaded, to: name) }
        let daemon = try await stage.daemon("writes", on: copy)
        do {
            let candidates = try await WriteCandidates.find(stage, in: copy)
            let decks = [candidates.workshops(stage), candidates.trainings(stage)]
            var scripts: [String] = []
            for (kind, deck) in zip(kinds, decks) {
                scripts.append(try await script(kind.id, deck, stage, daemon))
            }
            // The first two of each were asked already.
            return Writes(
                stage: stage, daemon: daemon,
                decks: decks.map { Deck(questions: Array($0.questions.dropFirst(2))) },
                scripts: scripts)
        } catch {
            await daemon.stop()
            throw error
        }
    }

    var sides: [Side] {
        Self.kinds.indices.flatMap { place in
            [daemonSide(place), pgbenchSide(place)]
        }
    }

    func end() async {
        await daemon.stop()
        for name in [Self.copy, Self.other] { try? await stage.database.drop(name) }
    }

    /// The script of what the daemon sends for the second of these requests, for any organisation.
    private static func script(
        _ name: String, _ deck: Deck, _ stage: Stage, _ daemon: Daemon
    ) async throws -> String {
        let question = deck.questions[1]
        let captured = try await StatementCapture(daemon: daemon, database: stage.database)
            .capture(question, after: deck.questions[0])
        guard let organisation = question.text.firstMatch(of: #/organisation=O-(\d+)/#),
            let number = Int(organisation.output.1),
            let made = captured.reply.firstMatch(of: #/^\* \w+ id=[WT]-(\d+)/#),
            let thing = Int(made.output.1)
        else { throw BenchError("\"\(question.text)\" is answered\n\(captured.reply)") }
        var substitution = Substitution(organisation: number, programme: "CDSMP")
        substitution.follow(made: thing)
        let path = stage.place("\(name).pgbench")
        let text =
            "\\set organisation random(1, \(stage.scale.organisations))\n"
            + substitution.script(captured.statements)
            .replacingOccurrences(of: "@programme@", with: "CDSMP")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func daemonSide(_ place: Int) -> Side {
        Side(Self.kinds[place].name) { round in
            // Each round has a part of its own of what can be done only once.
            let deck = decks[place].part(round, of: stage.rounds)
            let plan = stage.plan(
                daemon.socket, sessions: Self.sessions, depth: 1, repeats: false)
            let result = try await LoadGenerator(plan: plan, deck: deck).run()
            guard !result.ranDry else {
                throw BenchError("There are not enough requests for \(Self.kinds[place].name).")
            }
            return [.rate: result.rate, .p99: result.p99]
        }
    }

    private func pgbenchSide(_ place: Int) -> Side {
        Side("pgbench, \(Self.kinds[place].name)") { round in
            let pgbench = PGBench(
                database: stage.database, name: Self.other, clients: Self.sessions,
                scripts: [scripts[place]])
            let (rate, p99) = try await pgbench.rateAndLatency(
                seconds: stage.seconds, warmUp: stage.warmUp, seed: UInt64(round))
            return [.rate: rate, .p99: p99]
        }
    }
}
