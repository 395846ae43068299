import AdminProtocol
import Registry
import Store

struct LicenceList: ReadCommand {
    static let spec = CommandSpec(
        ["licence", "list"], "Lists licences by number.",
        arguments: [
            ArgumentSpec(
                "organisation", .id(.organisation), "only those that it holds or is covered by"),
            ArgumentSpec("programme", .programme, "only those that name it"),
            ArgumentSpec(
                "type", .choice(LicenceType.allCases.map(\.rawValue)), "only those of it"),
            ArgumentSpec("on", .date, "only those whose term holds the day"),
        ] + ArgumentSpec.paging,
        example: "licence list organisation=O-1 on=today")
    static let audience = Set<AccountRole>.organisers

    private let organisation: Reference<OrganisationID>?
    private let programme: ProgrammeCode?
    private let type: LicenceType?
    private let date: CivilDate?
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        organisation = try request.optionalID("organisation")
        programme = try request.optionalProgramme("programme")
        type = try request.optionalChoice("type")
        date = try request.optionalDate("on", today: today)
        page = try request.page(of: LicenceID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let rows = try await snapshot.licences(
            organisation: try await snapshot.resolve(organisation), programme: programme,
            type: type, on: date, page: page)
        return Reply(
            page: rows, limit: context.request.limit, next: { "\($0.licence.id)" },
            line: { $0.line(on: context.today) })
    }
}
