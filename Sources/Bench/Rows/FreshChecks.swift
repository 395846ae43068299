import Registry

/// Checks that ask the database, beside pgbench with the very statements that the daemon sends.
struct FreshChecks: Experiment {
    static let rows = [
        Row(
            "fresh-16", "check … fresh=yes, 64 sessions × 16",
            .init(side: "fresh 64×16", figure: .rate),
            beside: "pgbench -c 64, the daemon's statement",
            .init(side: "pgbench, captured", figure: .rate), .atLeast(1.3)),
        Row(
            "fresh-1", "check … fresh=yes, 64 sessions × 1",
            .init(side: "fresh 64×1", figure: .rate),
            beside: "pgbench -c 64, the daemon's statement",
            .init(side: "pgbench, captured", figure: .rate), .atLeast(0.7)),
        Row(
            "statement", "pgbench -c 64, the daemon's statement",
            .init(side: "pgbench, captured", figure: .rate),
            beside: "best statement over normalised tables",
            .init(side: "pgbench, normalised", figure: .rate), .atLeast(3)),
    ]

    private let stage: Stage
    private let daemon: Daemon
    private let deck: Deck
    private let captured: [String]
    private let normalised: [String]

    static func prepare(_ stage: Stage) async throws -> FreshChecks {
        let daemon = try await stage.daemon("fresh")
        do {
            let template = try await captured(stage, daemon)
            let scripts = stage.scripts()
            return FreshChecks(
                stage: stage, daemon: daemon,
                deck: Deck.organisations(
                    stage.questions, scale: stage.scale, today: stage.today, seed: stage.seed
                ).adding("fresh=yes"),
                captured: try scripts.write(template, as: "captured"),
                normalised: try scripts.write(
                    try stage.statement("verdict.sql") + ";\n", as: "normalised"))
        } catch {
            await daemon.stop()
            throw error
        }
    }

    var sides: [Side] {
        [
            Side.load(
                "fresh 64×16",
                stage.plan(daemon.socket, sessions: Checks.sessions, depth: 16), deck),
            pgbench("pgbench, captured", captured),
            Side.load(
                "fresh 64×1", stage.plan(daemon.socket, sessions: Checks.sessions, depth: 1), deck),
            pgbench("pgbench, normalised", normalised),
        ]
    }

    func end() async { await daemon.stop() }

    /// The statements that the daemon sends for one such check, as a template.
    private static func captured(_ stage: Stage, _ daemon: Daemon) async throws -> String {
        // Not one that another's licence covers, so that the licences it has are its own.
        let organisation = min(4_711, stage.scale.organisations - 2)
        let day = stage.today.adding(days: 7)
        let question = Question(
            "check organisation O-\(organisation) programme=CDSMP on=\(day) fresh=yes",
            opening: "* verdict organisation=O-\(organisation) ")
        let captured = try await StatementCapture(daemon: daemon, database: stage.database)
            .capture(question, after: question)
        return Substitution(organisation: organisation, programme: "CDSMP", day: day)
            .script(captured.statements)
    }

    private func pgbench(_ name: String, _ scripts: [String]) -> Side {
        let pgbench = PGBench(database: stage.database, name: Stage.loaded, scripts: scripts)
        return Side(name) { round in
            [
                .rate: try await pgbench.rate(
                    seconds: stage.seconds, warmUp: stage.warmUp, seed: UInt64(round))
            ]
        }
    }
}
