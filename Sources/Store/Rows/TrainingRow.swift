package import Registry
import Schema

/// A training as the registry keeps it.
package struct TrainingRow: Sendable, Equatable {
    package var id: TrainingID
    package var programme: ProgrammeCode
    package var kind: TrainingKind
    package var format: String
    package var days: HalfDays
    package var span: DateSpan
    package var organisation: OrganisationID
    package var language: String?
    /// The licence that served on the first day.
    package var licence: LicenceID?
    package var externalID: String?
    package var isAsFound = false
    package var state = CourseState.recorded
    /// Rules that were set aside when it was recorded.
    package var waived: [RuleCode] = []
    package var version = 1
    package var trainers: [PersonID] = []
    package var passed: [PersonID] = []
    package var failed: [PersonID] = []
    /// Who is to attend it, where it is scheduled: without an outcome yet.
    package var expected: [PersonID] = []

    package init(
        id: TrainingID = TrainingID(0), programme: ProgrammeCode, kind: TrainingKind,
        format: String, days: HalfDays, span: DateSpan, organisation: OrganisationID
    ) {
        self.id = id
        self.programme = programme
        self.kind = kind
        self.format = format
        self.days = days
        self.span = span
        self.organisation = organisation
    }
}

/// What a list of trainings or workshops is narrowed to; nil means any.
package struct CourseFilter: Sendable, Equatable {
    package var programme: ProgrammeCode?
    /// The kind of a training, the mode of a workshop.
    package var kind: String?
    package var organisation: OrganisationID?
    /// Somebody who gave, led or attended it.
    package var person: PersonID?
    /// It ended on this day or later.
    package var from: CivilDate?
    /// It began on this day or earlier.
    package var until: CivilDate?
    package var state: CourseState?
    /// It is scheduled and ended before this day: somebody is to complete or void it.
    package var overdueOn: CivilDate?

    package init() {}
}

extension Snapshot {
    /// Those of the trainings that exist, by number.
    package func trainings(_ ids: [TrainingID]) async throws -> [TrainingRow] {
        try await rows(SQL.trainingRows, ids.map(\.number)).map { row in
            var columns = Columns(row)
            return try columns.training()
        }
    }

    /// Trainings after `page.after` that match the filter.
    package func trainings(_ filter: CourseFilter, page: Page) async throws -> [TrainingRow] {
        let found: [TrainingID] = try await ids(
            SQL.trainingList, page.after, filter.programme?.text, filter.kind,
            filter.organisation?.number, filter.person?.number, filter.from.postgres,
            filter.until.postgres, filter.state?.rawValue, filter.overdueOn.postgres, page.limit,
            sight.kind, sight.number, sight.day.postgres)
        return try await trainings(found)
    }
}

extension Columns {
    fileprivate mutating func training() throws -> TrainingRow {
        let id: TrainingID = try id()
        let programme = try code()
        let kind: TrainingKind = try word()
        let format = try value(String.self)
        guard let days = HalfDays(try value(Int.self)) else {
            throw StoreError.unreadable("length of training")
        }
        var training = TrainingRow(
            id: id, programme: programme, kind: kind, format: format, days: days,
            span: try span(), organisation: try self.id())
        training.language = try value()
        training.licence = try optionalID()
        training.externalID = try value()
        training.isAsFound = try value()
        training.state = try word()
        training.waived = try value([String].self).compactMap(RuleCode.init(rawValue:))
        training.version = try value()
        training.trainers = try ids()
        training.passed = try ids()
        training.failed = try ids()
        training.expected = try ids()
        return training
    }
}
