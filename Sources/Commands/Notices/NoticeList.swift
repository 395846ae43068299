import AdminProtocol
import Registry
import Store

struct NoticeList: ReadCommand {
    static let spec = CommandSpec(
        ["notice", "list"], "Lists what the expiry runs announced.",
        arguments: [
            ArgumentSpec(
                "rule", .choice(NoticeRule.allCases.map(\.rawValue)), "only those of it"),
            ArgumentSpec("organisation", .id(.organisation), "only those about or naming it"),
            ArgumentSpec("person", .id(.person), "only those about them"),
            ArgumentSpec("licence", .id(.licence), "only those about it"),
            ArgumentSpec(
                "open", .boolean, "yes: only those neither acknowledged nor withdrawn"),
        ] + ArgumentSpec.paging,
        example: "notice list open=yes rule=expiring")

    private let rule: NoticeRule?
    private let organisation: Reference<OrganisationID>?
    private let person: Reference<PersonID>?
    private let licence: Reference<LicenceID>?
    private let isOpen: Bool
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        rule = try request.optionalChoice("rule")
        organisation = try request.optionalID("organisation")
        person = try request.optionalID("person")
        licence = try request.optionalID("licence")
        isOpen = try request.boolean("open")
        page = try request.page(of: NoticeID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        var filter = NoticeFilter()
        filter.rule = rule
        filter.organisation = try await snapshot.resolve(organisation)
        filter.person = try await snapshot.resolve(person)
        filter.licence = try await snapshot.resolve(licence)
        filter.isOpen = isOpen
        let rows = try await snapshot.notices(filter, page: page)
        return Reply(
            page: rows, limit: context.request.limit, next: { "\($0.id)" }, line: \.line)
    }
}
