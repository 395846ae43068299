package import Registry
import Schema

/// A workshop as the registry keeps it.
package struct WorkshopRow: Sendable, Equatable {
    package var id: WorkshopID
    package var programme: ProgrammeCode
    package var organisation: OrganisationID
    package var site: String?
    package var mode: String
    package var language: String?
    package var span: DateSpan
    package var sessions: Int
    /// Minutes of one session.
    package var minutes: Int?
    package var enrolled: Int?
    package var completers: Int?
    /// The licence that served on the first day.
    package var licence: LicenceID?
    package var externalID: String?
    package var isAsFound = false
    package var state = CourseState.recorded
    /// Rules that were set aside when it was recorded.
    package var waived: [RuleCode] = []
    package var version = 1
    package var leaders: [PersonID] = []

    package init(
        id: WorkshopID = WorkshopID(0), programme: ProgrammeCode, organisation: OrganisationID,
        mode: String, span: DateSpan, sessions: Int
    ) {
        self.id = id
        self.programme = programme
        self.organisation = organisation
        self.mode = mode
        self.span = span
        self.sessions = sessions
    }
}

extension Snapshot {
    /// Those of the workshops that exist, by number.
    package func workshops(_ ids: [WorkshopID]) async throws -> [WorkshopRow] {
        try await rows(SQL.workshopRows, ids.map(\.number)).map { row in
            var columns = Columns(row)
            return try columns.workshop()
        }
    }

    /// Workshops after `page.after` that match the filter.
    package func workshops(_ filter: CourseFilter, page: Page) async throws -> [WorkshopRow] {
        let found: [WorkshopID] = try await ids(
            SQL.workshopList, page.after, filter.programme?.text, filter.kind,
            filter.organisation?.number, filter.person?.number, filter.from.postgres,
            filter.until.postgres, filter.state?.rawValue, filter.overdueOn.postgres, page.limit,
            sight.kind, sight.number, sight.day.postgres)
        return try await workshops(found)
    }
}

extension Columns {
    fileprivate mutating func workshop() throws -> WorkshopRow {
        let id: WorkshopID = try id()
        let programme = try code()
        let organisation: OrganisationID = try self.id()
        let site = try value(String?.self)
        let mode = try value(String.self)
        let language = try value(String?.self)
        var workshop = WorkshopRow(
            id: id, programme: programme, organisation: organisation, mode: mode,
            span: try span(), sessions: try value())
        workshop.site = site
        workshop.language = language
        workshop.minutes = try value()
        workshop.enrolled = try value()
        workshop.completers = try value()
        workshop.licence = try optionalID()
        workshop.externalID = try value()
        workshop.isAsFound = try value()
        workshop.state = try word()
        workshop.waived = try value([String].self).compactMap(RuleCode.init(rawValue:))
        workshop.version = try value()
        workshop.leaders = try ids()
        return workshop
    }
}
