import AdminProtocol
import Registry
import Store

struct PolicyEnd: WriteCommand {
    static let spec = CommandSpec(
        ["policy", "end"],
        "Gives a row of policy its last day; what it superseded governs again from the next.",
        arguments: [
            ArgumentSpec("policy", .id(.policy), isRequired: true, isSubject: true, "the row"),
            ArgumentSpec(
                "until", .date, isRequired: true,
                "its last day; the day before its first takes it back altogether"),
        ],
        isWrite: true, changesExisting: true, example: "policy end R-12 until=2027-06-30")

    struct Facts: Sendable {
        var row: PolicyRow
        var version: Int
    }

    private let policy: Reference<PolicyID>
    private let until: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        policy = try request.id("policy")
        until = try request.date("until", today: today)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        try await transaction.lockPolicy()
        guard case .id(let id) = policy else {
            throw Refusal.bad(context.request.badValue("policy", want: "an id such as R-12"))
        }
        let found = try await transaction.snapshot.policyRows().first { $0.row.id == id }
        guard let found else { throw Refusal.notFound("policy", id.description) }
        return Facts(row: found.row, version: found.version)
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? {
        (.policy(facts.row.id), facts.version)
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        let days = facts.row.effective
        if let end = days.until, end <= until {
            throw .conflict(
                "\(facts.row.id) ends on \(end) already: set a new row for the days after",
                [Field("until", .date(end))])
        }
        let earliest = days.from > .first ? days.from.previous : days.from
        if until < earliest {
            throw .rules([.datesInvalid(DateSpan(from: days.from, until: until))])
        }
        return Decision(.endPolicy(facts.row, on: until))
    }
}
