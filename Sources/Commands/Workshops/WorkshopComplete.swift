import AdminProtocol
import Registry
import Store

struct WorkshopComplete: WriteCommand {
    static let spec = CommandSpec(
        ["workshop", "complete"],
        "Records a scheduled workshop as held, with whatever turned out otherwise.",
        arguments: [
            ArgumentSpec(
                "workshop", .id(.workshop), isRequired: true, isSubject: true, "the workshop"),
            ArgumentSpec("organisation", .id(.organisation), "who held it (as scheduled)"),
            ArgumentSpec("site", .text, "where (as scheduled)"),
            ArgumentSpec("mode", .word, "in which mode (as scheduled)"),
            ArgumentSpec("language", .language, "in which language (as scheduled)"),
            ArgumentSpec("from", .date, "the day of the first session (as scheduled)"),
            ArgumentSpec("until", .date, "the day of the last session (as scheduled)"),
            ArgumentSpec("sessions", .integer(1...1_000), "how many sessions (as scheduled)"),
            ArgumentSpec("minutes", .integer(1...1_440), "of a session (as scheduled)"),
            ArgumentSpec(
                "leaders", .list(of: .id(.person)), allowsEmpty: true,
                "who led it (as scheduled)"),
            ArgumentSpec(
                "staff", .list(of: .id(.person)), allowsEmpty: true,
                "the same under another word, for programmes staffed by professions"),
            ArgumentSpec("enrolled", .integer(0...100_000), "how many began (as scheduled)"),
            ArgumentSpec("completers", .integer(0...100_000), "how many completed it"),
            Waiver.spec,
        ],
        isWrite: true, changesExisting: true,
        example: "workshop complete W-1 enrolled=12 completers=10")
    static let audience: Set<AccountRole> = [.trainer, .coordinator, .administrator]

    struct Facts: Sendable {
        /// As it is to be completed.
        var row: WorkshopRow
        /// Who was to lead it.
        var scheduledLeaders: [PersonID]
        var workshop: WorkshopFacts
    }

    private let workshop: Reference<WorkshopID>
    private let organisation: Reference<OrganisationID>?
    private let leaders: [Reference<PersonID>]?
    private let from: CivilDate?
    private let until: CivilDate?
    private let numbers: Numbers
    private let site: String?
    private let mode: String?
    private let language: String?
    private let waiver: Waiver

    private struct Numbers {
        var sessions: Int?
        var minutes: Int?
        var enrolled: Int?
        var completers: Int?
    }

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        workshop = try request.id("workshop")
        organisation = try request.optionalID("organisation")
        let isStaffed = request.isGiven("leaders") || request.isGiven("staff")
        leaders = isStaffed ? try request.ids("leaders") + request.ids("staff") : nil
        from = try request.optionalDate("from", today: today)
        until = try request.optionalDate("until", today: today)
        numbers = Numbers(
            sessions: try request.optionalInteger("sessions"),
            minutes: try request.optionalInteger("minutes"),
            enrolled: try request.optionalInteger("enrolled"),
            completers: try request.optionalInteger("completers"))
        site = request.optionalText("site")
        mode = request.optionalText("mode")
        language = request.optionalLanguage("language")
        waiver = try Waiver(request)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let snapshot = transaction.snapshot
        var row = try await transaction.keep(workshop)
        let scheduledLeaders = row.leaders
        row.organisation = try await snapshot.resolve(organisation) ?? row.organisation
        if let leaders { row.leaders = try await snapshot.resolve(leaders) }
        row.span.from = from ?? row.span.from
        row.span.until = until ?? row.span.until
        row.sessions = numbers.sessions ?? row.sessions
        row.minutes = numbers.minutes ?? row.minutes
        row.enrolled = numbers.enrolled ?? row.enrolled
        row.completers = numbers.completers ?? row.completers
        row.site = site ?? row.site
        row.mode = mode ?? row.mode
        row.language = language ?? row.language
        let course = try await transaction.courseFacts(
            row.programme, at: row.organisation, people: row.leaders, on: row.span.from,
            language: row.language)
        var request = row.request(course.programme, at: course.organisation)
        request.waiving.formUnion(waiver.codes)
        return Facts(
            row: row, scheduledLeaders: scheduledLeaders,
            workshop: WorkshopFacts(
                course: course, request: request, waiver: waiver, site: row.site,
                externalID: row.externalID))
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? {
        (.workshop(facts.row.id), facts.row.version)
    }

    /// Nobody makes another's workshop the own one by completing it.
    func reach(_ facts: Facts) -> Reach? {
        var reach = facts.workshop.reach
        reach.givenBy.removeAll { !facts.scheduledLeaders.contains($0) }
        reach.things.append(.workshop(facts.row.id))
        return reach
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        try facts.row.state.demandScheduled("\(facts.row.id)")
        var judged = try facts.workshop.recorded(context)
        judged.row.id = facts.row.id
        return judged.decision(Change.completeWorkshop)
    }
}
