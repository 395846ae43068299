import Postgres
package import Registry
import Schema

/// A notice as the registry keeps it.
package struct NoticeRow: Sendable, Equatable {
    package var id: NoticeID
    /// The business date of the run that made it.
    package var on: CivilDate
    package var finding: Finding
    /// How it is on the day for which it was asked.
    package var state: State
    /// The last day on which it rests, or rested.
    package var snoozedUntil: CivilDate?
    /// Who sees to it: an account or a team.
    package var owner: String?
    /// How telling it outside went; nil where nobody was to be told.
    package var delivery: Delivery?
    package var version: Int

    package enum State: String, Sendable, CaseIterable {
        case open
        /// Somebody will see to it later: it is open again on the day after `snoozedUntil`.
        case snoozed
        case acknowledged
        /// It became moot before it was acknowledged: renewed, revoked, moved.
        case withdrawn
    }

    package enum Delivery: String, Sendable, CaseIterable {
        /// Not sent yet, or to be tried again.
        case waiting
        case delivered
        /// Given up.
        case undeliverable
    }
}

/// What a list of notices is narrowed to; nil means any.
package struct NoticeFilter: Sendable, Equatable {
    package var rule: NoticeRule?
    /// About it or its licences, or naming it.
    package var organisation: OrganisationID?
    package var person: PersonID?
    package var licence: LicenceID?
    package var state: NoticeRow.State?
    /// The first and the last business date.
    package var from: CivilDate?
    package var until: CivilDate?
    package var owner: String?
    package var delivery: NoticeRow.Delivery?

    package init() {}
}

extension Snapshot {
    /// Those of the notices that exist, by number, with their state on `date`.
    package func notices(_ ids: [NoticeID], on date: CivilDate) async throws -> [NoticeRow] {
        try await rows(SQL.noticeRows, ids.map(\.number), date.postgres).map { row in
            var columns = Columns(row)
            let id: NoticeID = try columns.id()
            let made = try columns.date()
            let finding = try columns.finding()
            return NoticeRow(
                id: id, on: made, finding: finding, state: try columns.word(),
                snoozedUntil: try columns.optionalDate(), owner: try columns.value(),
                delivery: try columns.optionalWord(), version: try columns.value())
        }
    }

    /// Announced notices after `page.after` that match the filter, with their state on `date`. A
    /// threshold that was passed over was never announced, and is not here.
    package func notices(
        _ filter: NoticeFilter, page: Page, on date: CivilDate
    ) async throws -> [NoticeRow] {
        let found: [NoticeID] = try await ids(
            SQL.noticeList, page.after, filter.rule?.rawValue, filter.organisation?.number,
            filter.person?.number, filter.licence?.number, filter.state?.rawValue, date.postgres,
            filter.from.postgres, filter.until.postgres, filter.owner,
            filter.delivery?.rawValue, page.limit, sight.kind, sight.number, sight.day.postgres)
        return try await notices(found, on: date)
    }
}
