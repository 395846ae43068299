import Registry

/// The requests from which sessions draw, made before anything is measured.
struct Deck: Sendable {
    var questions: [Question]

    /// The programmes that are asked about: those whose verdict hangs on licences and standing.
    static let programmes = ["CDSMP", "CPSMP", "TOMANDO"]

    /// Days around today on which is asked.
    static let days = -45...45

    static func organisations(_ count: Int, scale: Scale, today: CivilDate, seed: UInt64) -> Deck {
        var random = SeededRandom(seed: seed, place: -1)
        return Deck(
            questions: (0..<count).map { _ in
                let id = "O-\(Int.random(in: 1...scale.organisations, using: &random))"
                let programme = programmes[random.days(0..<programmes.count)]
                let day = today.adding(days: Int.random(in: days, using: &random))
                return Question(
                    "check organisation \(id) programme=\(programme) on=\(day)",
                    opening: "* verdict organisation=\(id) programme=\(programme) on=\(day) may-")
            })
    }

    static func people(_ count: Int, scale: Scale, today: CivilDate, seed: UInt64) -> Deck {
        var random = SeededRandom(seed: seed, place: -2)
        return Deck(
            questions: (0..<count).map { _ in
                let id = "P-\(Int.random(in: 1...scale.people, using: &random))"
                let programme = programmes[random.days(0..<programmes.count)]
                let role = random.happens(percent: 70) ? "leader" : "master-trainer"
                let day = today.adding(days: Int.random(in: days, using: &random))
                return Question(
                    "check person \(id) programme=\(programme) as=\(role) on=\(day)",
                    opening: "* standing person=\(id) programme=\(programme) role=\(role) "
                        + "on=\(day) state=")
            })
    }

    /// The same requests with one argument more.
    func adding(_ argument: String) -> Deck {
        Deck(questions: questions.map { $0.adding(argument) })
    }

    /// One of so many parts of the same size; `round` counts from 1.
    func part(_ round: Int, of rounds: Int) -> Deck {
        let size = questions.count / rounds
        return Deck(questions: Array(questions[(round - 1) * size..<round * size]))
    }

    /// The same requests for a server that answers each with somebody else's reply: only the kind
    /// of it can be told.
    var forEcho: Deck {
        Deck(questions: questions.map { Question($0.text, opening: "* verdict organisation=") })
    }
}
