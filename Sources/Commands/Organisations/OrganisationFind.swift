import AdminProtocol
import Registry
import Store

struct OrganisationFind: ReadCommand {
    static let spec = CommandSpec(
        ["organisation", "find"],
        "Finds organisations by a part of their name, contact or external id.",
        arguments: [
            ArgumentSpec(
                "text", .text, isRequired: true, isSubject: true, "what to look for")
        ] + ArgumentSpec.paging,
        example: "organisation find \"pain alliance\"")
    static let audience = Set<AccountRole>.insiders

    private let text: String
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        text = try request.text("text")
        page = try request.page(of: OrganisationID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let rows = try await snapshot.organisations(holding: text, page: page)
        return Reply(
            page: rows, limit: context.request.limit, next: { "\($0.id)" }, line: \.line)
    }
}
