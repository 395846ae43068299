import AdminProtocol
import Registry

enum CheckArguments {
    /// What every check takes.
    static let shared = [
        ArgumentSpec("on", .date, "on which day (today)"),
        ArgumentSpec("fresh", .boolean, "yes: ask the database, not memory"),
        ArgumentSpec(
            "min-serial", .event, "answer only when this event is known, or say busy"),
    ]

    /// Anybody may check.
    static let audience = Set<AccountRole>.everybody

    static func date(_ request: Request, today: CivilDate) throws(ProtocolError) -> CivilDate {
        try request.optionalDate("on", today: today) ?? today
    }
}

/// How new the answer to a check has to be.
struct Freshness: Sendable {
    /// Whether the database is to be asked.
    let isFresh: Bool
    /// The event that is to be known, and every one before it.
    let minSerial: EventID?

    init(_ request: Request) throws(ProtocolError) {
        isFresh = try request.boolean("fresh")
        minSerial = try request.optionalEvent("min-serial")
    }
}

extension Judgement {
    /// A line per broken rule, warnings under their own kind; `question` is `offer` or `train`.
    func lines(for question: String? = nil) -> [DataLine] {
        reasons.map { DataLine("reason", $0, for: question) }
            + warnings.map { DataLine("warning", $0, for: question) }
    }
}
