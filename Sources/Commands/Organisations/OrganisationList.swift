import AdminProtocol
import Registry
import Store

struct OrganisationList: ReadCommand {
    static let spec = CommandSpec(
        ["organisation", "list"], "Lists organisations by number.",
        arguments: [
            ArgumentSpec("country", .country, "only those there"),
            ArgumentSpec(
                "sector", .choice(["nonprofit", "public", "company"]), "only those of it"),
            ArgumentSpec("parent", .id(.organisation), "only those that are part of it"),
        ] + ArgumentSpec.paging,
        example: "organisation list country=IE limit=20")
    static let audience = Set<AccountRole>.insiders

    private let country: String?
    private let sector: String?
    private let parent: Reference<OrganisationID>?
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        country = request.optionalText("country")
        sector = request.optionalText("sector")
        parent = try request.optionalID("parent")
        page = try request.page(of: OrganisationID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let rows = try await snapshot.organisations(
            country: country, sector: sector, parent: try await snapshot.resolve(parent),
            page: page)
        return Reply(
            page: rows, limit: context.request.limit, next: { "\($0.id)" }, line: \.line)
    }
}
