import Foundation

/// `check organisation` as anybody asks it, beside the database asked directly and beside the wire.
struct Checks: Experiment {
    static let rows = [
        Row(
            "check-pgbench", "check organisation, 64 sessions × 1",
            .init(side: "check 64×1", figure: .rate),
            beside: "pgbench -c 64, best statement over normalised tables",
            .init(side: "pgbench, normalised", figure: .rate), .atLeast(8)),
        Row(
            "check-echo", "check organisation, 64 sessions × 1",
            .init(side: "check 64×1", figure: .rate), beside: "bare echo",
            .init(side: "echo 64×1", figure: .rate), .atLeast(0.6)),
        Row(
            "check-echo-p50", "check organisation, 64 sessions × 1",
            .init(side: "check 64×1", figure: .p50), beside: "bare echo",
            .init(side: "echo 64×1", figure: .p50), .none),
        Row(
            "check-echo-p99", "check organisation, 64 sessions × 1",
            .init(side: "check 64×1", figure: .p99), beside: "bare echo",
            .init(side: "echo 64×1", figure: .p99), .atMost(1.5)),
        Row(
            "check-echo-16", "check organisation, 64 sessions × 16",
            .init(side: "check 64×16", figure: .rate), beside: "bare echo",
            .init(side: "echo 64×16", figure: .rate), .atLeast(0.3)),
    ]

    static let sessions = 64

    private let stage: Stage
    private let daemon: Daemon
    private let bare: Bare
    private let deck: Deck
    private let scripts: [String]

    static func prepare(_ stage: Stage) async throws -> Checks {
        let deck = Deck.organisations(
            stage.questions, scale: stage.scale, today: stage.today, seed: stage.seed)
        let daemon = try await stage.daemon("checks")
        do {
            let replies = try await Agreement(stage: stage, daemon: daemon).prove(deck)
            return Checks(
                stage: stage, daemon: daemon,
                bare: try await Bare.start(
                    in: stage.folder, replies: EchoReplies(replies.map { Array($0.utf8) })),
                deck: deck,
                scripts: try stage.scripts().write(
                    try stage.statement("verdict.sql") + ";\n", as: "normalised"))
        } catch {
            await daemon.stop()
            throw error
        }
    }

    var sides: [Side] {
        [
            load("check 64×1", daemon.socket, depth: 1, deck),
            Side("pgbench, normalised") { round in
                [
                    .rate: try await pgbench.rate(
                        seconds: stage.seconds, warmUp: stage.warmUp, seed: UInt64(round))
                ]
            },
            load("echo 64×1", bare.socket, depth: 1, deck.forEcho),
            load("check 64×16", daemon.socket, depth: 16, deck),
            load("echo 64×16", bare.socket, depth: 16, deck.forEcho),
        ]
    }

    func end() async {
        await bare.stop()
        await daemon.stop()
    }

    private var pgbench: PGBench {
        PGBench(database: stage.database, name: Stage.loaded, scripts: scripts)
    }

    private func load(_ name: String, _ socket: String, depth: Int, _ deck: Deck) -> Side {
        Side.load(name, stage.plan(socket, sessions: Self.sessions, depth: depth), deck)
    }
}

extension Side {
    /// The load generator's rate and latencies.
    static func load(_ name: String, _ plan: LoadPlan, _ deck: Deck) -> Side {
        Side(name) { round in
            var plan = plan
            plan.seed += UInt64(round)
            let result = try await LoadGenerator(plan: plan, deck: deck).run()
            return [.rate: result.rate, .p50: result.p50, .p99: result.p99]
        }
    }
}
