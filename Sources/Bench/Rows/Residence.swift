/// What the daemon holds in memory, and how soon it is there.
struct Residence: Experiment {
    static let rows = [
        Row(
            "memory", "resident, after all kinds of checks",
            .init(side: "memory", figure: .mebibytes),
            .atMost(96)),
        Row(
            "idle", "an idle session, of \(sessions)", .init(side: "idle", figure: .kibibytes),
            .atMost(8)),
        Row(
            "start", "start to the first right check, database up",
            .init(side: "start", figure: .seconds), .atMost(0.6)),
    ]

    private static let sessions = 5_000
    private static let mostQuestions = 2_000

    private let stage: Stage
    private let deck: Deck

    static func prepare(_ stage: Stage) async throws -> Residence {
        Residence(
            stage: stage,
            deck: Deck.organisations(
                min(stage.questions, mostQuestions), scale: stage.scale, today: stage.today,
                seed: stage.seed))
    }

    var sides: [Side] {
        [
            Side("memory") { _ in
                try await withDaemon { daemon in
                    try await warm(daemon)
                    return [.mebibytes: Double(try daemon.resident) / 1_024]
                }
            },
            Side("idle") { _ in
                try await withDaemon { daemon in
                    try await warm(daemon)
                    let before = try daemon.resident
                    let plan = LoadPlan(
                        socket: daemon.socket, sessions: Self.sessions, depth: 1, extent: .once,
                        seed: 0)
                    let during = try await LoadGenerator(plan: plan, deck: deck).whileOpen {
                        try daemon.resident
                    }
                    return [.kibibytes: Double(during - before) / Double(Self.sessions)]
                }
            },
            Side("start") { _ in
                let start = ContinuousClock.now
                return try await withDaemon { daemon in
                    _ = try await daemon.answers(to: Deck(questions: [deck.questions[0]]))
                    return [.seconds: (ContinuousClock.now - start) / .seconds(1)]
                }
            },
        ]
    }

    func end() async {}

    /// Many sessions and requests at once, so that every pool has grown to what it needs.
    private func warm(_ daemon: Daemon) async throws {
        let people = Deck.people(
            min(stage.questions, Self.mostQuestions), scale: stage.scale, today: stage.today,
            seed: stage.seed)
        for deck in [deck, people, deck.adding("fresh=yes")] {
            _ = try await daemon.answers(to: deck, sessions: Checks.sessions)
        }
    }

    private func withDaemon(
        _ body: (Daemon) async throws -> [Row.Figure: Double]
    ) async throws -> [Row.Figure: Double] {
        let daemon = try await stage.daemon("residence")
        do {
            let figures = try await body(daemon)
            await daemon.stop()
            return figures
        } catch {
            await daemon.stop()
            throw error
        }
    }
}
