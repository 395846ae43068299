import AdminProtocol
import Registry
import Store

struct NoticeList: ReadCommand {
    static let spec = CommandSpec(
        ["notice", "list"], "Lists what the expiry runs announced.",
        arguments: [
            ArgumentSpec(
                "rule", .choice(NoticeRule.allCases.map(\.rawValue)), "only those of it"),
            ArgumentSpec(
                "state", .choice(NoticeRow.State.allCases.map(\.rawValue)),
                "only those in it today"),
            ArgumentSpec(
                "delivery", .choice(NoticeRow.Delivery.allCases.map(\.rawValue)),
                "only those whose telling went so"),
            ArgumentSpec("organisation", .id(.organisation), "only those about or naming it"),
            ArgumentSpec("person", .id(.person), "only those about them"),
            ArgumentSpec("licence", .id(.licence), "only those about it"),
            ArgumentSpec("owner", .text, "only those that this account or team sees to"),
            ArgumentSpec("from", .date, "only those of this business date or later"),
            ArgumentSpec("until", .date, "only those of this business date or earlier"),
            ArgumentSpec("open", .boolean, "yes: the same as state=open"),
        ] + ArgumentSpec.paging,
        example: "notice list state=open rule=expiring")
    static let audience = Set<AccountRole>.organisers

    private let organisation: Reference<OrganisationID>?
    private let person: Reference<PersonID>?
    private let licence: Reference<LicenceID>?
    /// What needs no looking up.
    private let filter: NoticeFilter
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        organisation = try request.optionalID("organisation")
        person = try request.optionalID("person")
        licence = try request.optionalID("licence")
        var filter = NoticeFilter()
        filter.rule = try request.optionalChoice("rule")
        filter.state = try request.optionalChoice("state")
        filter.delivery = try request.optionalChoice("delivery")
        filter.owner = request.optionalText("owner")
        filter.from = try request.optionalDate("from", today: today)
        filter.until = try request.optionalDate("until", today: today)
        if try request.boolean("open") {
            if let state = filter.state, state != .open {
                throw request.badValue("open", want: "no other state= beside it")
            }
            filter.state = .open
        }
        self.filter = filter
        page = try request.page(of: NoticeID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        var filter = filter
        filter.organisation = try await snapshot.resolve(organisation)
        filter.person = try await snapshot.resolve(person)
        filter.licence = try await snapshot.resolve(licence)
        let rows = try await snapshot.notices(filter, page: page, on: context.today)
        return Reply(
            page: rows, limit: context.request.limit, next: { "\($0.id)" }, line: \.line)
    }
}
