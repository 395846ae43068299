import AdminProtocol
import Registry
import Store

struct AccountList: ReadCommand {
    static let spec = CommandSpec(
        ["account", "list"], "Lists accounts by number.",
        arguments: [
            ArgumentSpec("role", .choice(GrantArguments.roles), "only those that have it"),
            ArgumentSpec("person", .id(.person), "only those bound to them"),
            ArgumentSpec("organisation", .id(.organisation), "only those bound to it"),
            ArgumentSpec("disabled", .boolean, "yes: only those disabled, no: only the others"),
        ] + ArgumentSpec.paging,
        example: "account list role=coordinator")
    static let audience: Set<AccountRole> = [.auditor, .operator]

    private let role: AccountRole?
    private let person: Reference<PersonID>?
    private let organisation: Reference<OrganisationID>?
    private let isDisabled: Bool?
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        role = try request.optionalChoice("role")
        person = try request.optionalID("person")
        organisation = try request.optionalID("organisation")
        isDisabled = try request.optionalBoolean("disabled")
        page = try request.page(of: AccountID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        var filter = AccountFilter()
        filter.role = role
        filter.person = try await snapshot.resolve(person)
        filter.organisation = try await snapshot.resolve(organisation)
        filter.isDisabled = isDisabled
        let rows = try await snapshot.accounts(filter, on: context.today, page: page)
        return Reply(
            page: rows, limit: context.request.limit, next: { "\($0.id)" }, line: \.line)
    }
}
