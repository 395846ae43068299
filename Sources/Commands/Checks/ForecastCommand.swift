import AdminProtocol
import Nightly
import Registry
import Store

struct ForecastCommand: SessionCommand {
    static let spec = CommandSpec(
        ["forecast"], "Tells who and what changes state on which day if nothing is done.",
        arguments: [
            ArgumentSpec(
                "days", .integer(1...Forecast.mostDays), isSubject: true, "how many days (90)"),
            ArgumentSpec("from", .date, "the days after this one (today)"),
            ArgumentSpec(
                "organisation", .id(.organisation), "only what concerns it and its people"),
            ArgumentSpec("programme", .programme, "only what concerns it"),
        ],
        example: "forecast days=90")
    static let audience = Set<AccountRole>.organisers

    private static let usualDays = 90

    private let first: CivilDate
    private let last: CivilDate
    private let organisation: Reference<OrganisationID>?
    private let programme: ProgrammeCode?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        first = try request.optionalDate("from", today: today) ?? today
        last = first.adding(days: try request.optionalInteger("days") ?? Self.usualDays)
        organisation = try request.optionalID("organisation")
        programme = try request.optionalProgramme("programme")
    }

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        let sight = context.account.sight(on: context.today)
        let filter = try await surroundings.store.read(as: sight) { snapshot in
            try await turns(snapshot)
        }
        let told = try await Forecast(store: surroundings.store, filter: filter)
            .tell(after: first, through: last) { try await context.send($0.line) }
        var line = DataLine("forecast")
        line.add("from", date: first.next)
        line.add("until", date: last)
        line.add("changes", integer: told)
        return Reply([line])
    }

    /// Who is bound to an organisation is told of no other.
    private func turns(_ snapshot: Snapshot) async throws -> TurnFilter {
        var wanted = try await snapshot.resolve(organisation)
        if wanted == nil, case .organisation(let own) = snapshot.sight.scope { wanted = own }
        if let wanted {
            try await snapshot.demandSeen(.organisation(wanted))
            _ = try await snapshot.organisations([wanted]).first.demand(wanted)
        }
        if let programme { _ = try await snapshot.programme(programme) }
        return TurnFilter(organisation: wanted, programme: programme)
    }
}
