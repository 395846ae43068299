import AdminProtocol
import Registry

enum CheckArguments {
    /// What every check takes.
    static let shared = [
        ArgumentSpec("on", .date, "on which day (today)"),
        ArgumentSpec(
            "fresh", .boolean, "yes: ask the database, not memory (always so in this version)"),
    ]

    /// Anybody may check.
    static let audience = Set<AccountRole>.everybody

    static func date(_ request: Request, today: CivilDate) throws(ProtocolError) -> CivilDate {
        try request.optionalDate("on", today: today) ?? today
    }
}

extension Judgement {
    /// A line per broken rule, warnings under their own kind; `question` is `offer` or `train`.
    func lines(for question: String? = nil) -> [DataLine] {
        reasons.map { DataLine("reason", $0, for: question) }
            + warnings.map { DataLine("warning", $0, for: question) }
    }
}
