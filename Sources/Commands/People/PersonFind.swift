import AdminProtocol
import Registry
import Store

struct PersonFind: ReadCommand {
    static let spec = CommandSpec(
        ["person", "find"],
        "Finds people by a part of their name, e-mail or external id, however they are spelt.",
        arguments: [
            ArgumentSpec(
                "text", .text, isRequired: true, isSubject: true, "what to look for")
        ] + ArgumentSpec.paging,
        example: "person find \"ann exa\"")
    static let audience = Set<AccountRole>.insiders

    private let text: String
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        text = try request.text("text")
        page = try request.page(of: PersonID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let rows = try await snapshot.people(holding: text, page: page)
        return try await snapshot.reply(listing: rows, limit: context.request.limit)
    }
}
