import AdminProtocol
import Registry
import Store

struct PersonList: ReadCommand {
    static let spec = CommandSpec(
        ["person", "list"], "Lists people by number.",
        arguments: [
            ArgumentSpec("organisation", .id(.organisation), "only those who belong to it"),
            ArgumentSpec("on", .date, "on which day they belong to it (today)"),
            ArgumentSpec("profession", .word, "only those of it"),
        ] + ArgumentSpec.paging,
        example: "person list organisation=O-1")
    static let audience = Set<AccountRole>.insiders

    private let organisation: Reference<OrganisationID>?
    private let date: CivilDate
    private let profession: String?
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        organisation = try request.optionalID("organisation")
        date = try request.optionalDate("on", today: today) ?? today
        profession = request.optionalText("profession")?.lowercased()
        page = try request.page(of: PersonID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let rows = try await snapshot.people(
            organisation: try await snapshot.resolve(organisation), on: date,
            profession: profession, page: page)
        return try await snapshot.reply(listing: rows, limit: context.request.limit)
    }
}

extension Snapshot {
    /// A page of people with where they belong.
    func reply(listing rows: [PersonRow], limit: Int) async throws -> Reply {
        let affiliations = try await affiliations(of: rows.map(\.id))
        let byPerson = Dictionary(grouping: affiliations, by: \.person)
        return Reply(page: rows, limit: limit, next: { "\($0.id)" }) { row in
            row.line(byPerson[row.id] ?? [])
        }
    }
}
