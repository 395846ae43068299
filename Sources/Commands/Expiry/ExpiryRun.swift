import AdminProtocol
import Nightly
import Postgres
import Registry
import Store

struct ExpiryRun: SessionCommand {
    static let spec = CommandSpec(
        ["expiry", "run"],
        "Runs the expiry checks of a business date, and of those missing before it.",
        arguments: [
            ArgumentSpec(
                "on", .date, isSubject: true,
                "which date (today): not after today, and at most 3,660 days before it")
        ],
        example: "expiry run on=today")
    static let audience: Set<AccountRole> = [.administrator, .operator]

    private let date: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        date = try request.optionalDate("on", today: today) ?? today
        let earliest = today.adding(days: -NightlyLimits.mostDaysBack)
        guard (earliest...today).contains(date) else {
            throw request.badValue("on", want: "a date from \(earliest) to today")
        }
    }

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        do {
            try await surroundings.nightly.run(
                on: date, waitingAtMost: NightlyLimits.wait
            ) { outcome in
                if !outcome.isAlready {
                    try await sendItems(of: outcome.on, surroundings, context)
                }
                try await context.send(outcome.line)
            }
        } catch let error as NightlyError {
            throw Refusal.no(.busy, message: "\(error)")
        } catch is PostgresError {
            // Each batch was committed by itself.
            throw Refusal.no(
                .storeUnavailable,
                message: "the database was lost on the way; what was recorded stays, and the "
                    + "next run goes on from there: send it again")
        }
        return Reply()
    }

    /// Sends the items page by page: a first run over a large registry has many.
    private func sendItems(
        of date: CivilDate, _ surroundings: Surroundings, _ context: Context
    ) async throws {
        var last: Finding?
        repeat {
            let items = try await surroundings.nightly.items(
                on: date, after: last, limit: ProtocolLimits.maxPage)
            for item in items { try await context.send(item.line) }
            last = items.count < ProtocolLimits.maxPage ? nil : items.last
        } while last != nil
    }
}

extension RunOutcome {
    var line: DataLine {
        var line = DataLine("run")
        line.add("on", date: on)
        line.add("items", integer: items)
        if isAlready { line.add("already", boolean: true) }
        return line
    }
}
