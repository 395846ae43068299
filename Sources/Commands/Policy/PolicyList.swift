import AdminProtocol
import Registry
import Store

struct PolicyList: ReadCommand {
    static let spec = CommandSpec(
        ["policy", "list"],
        "Lists the rows of policy: numbers, severities, rules of standing, prerequisites.",
        arguments: [
            ArgumentSpec("on", .date, "only those that govern this day"),
            ArgumentSpec("programme", .programme, "only those that concern it"),
            ArgumentSpec("organisation", .id(.organisation), "only its own"),
            ArgumentSpec("about", .choice(kinds), "only those of this kind"),
        ] + ArgumentSpec.paging,
        example: "policy list on=today programme=CPSMP")
    static let audience = Set<AccountRole>.readers

    private static let kinds = ["number", "severity", "retention", "experience", "prerequisite"]

    private let date: CivilDate?
    private let programme: ProgrammeCode?
    private let organisation: Reference<OrganisationID>?
    private let kind: String?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        date = try request.optionalDate("on", today: today)
        programme = try request.optionalProgramme("programme")
        organisation = try request.optionalID("organisation")
        kind = request.optionalText("about")
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let page = try context.request.page(of: PolicyID.self)
        let owner = try await snapshot.resolve(organisation)
        if let programme { _ = try await snapshot.programme(programme) }
        let all = try await snapshot.policyRows()
        let governing = date.map { Set(all.map(\.row).governing(on: $0).map(\.id)) }
        let rows = all.filter { row, _ in
            row.id.number > page.after
                && governing?.contains(row.id) ?? true
                && programme.map { row.concerns($0) } ?? true
                && (owner == nil || row.organisation == owner)
                && (kind == nil || row.kind == kind)
        }
        return Reply(
            page: Array(rows.prefix(page.limit)), limit: context.request.limit,
            next: { $0.row.id.description }, line: { $0.row.line(version: $0.version) })
    }
}

extension PolicyRow {
    /// Whether it is a row of the programme or of all programmes.
    fileprivate func concerns(_ code: ProgrammeCode) -> Bool {
        switch self {
        case .number, .severity: false
        case .retention, .experience, .prerequisite: programme == nil || programme == code
        }
    }

    fileprivate var kind: String {
        switch self {
        case .number: "number"
        case .severity: "severity"
        case .retention: "retention"
        case .experience: "experience"
        case .prerequisite: "prerequisite"
        }
    }
}
