import Postgres
package import Registry
import Schema

/// A notice as the registry keeps it.
package struct NoticeRow: Sendable, Equatable {
    package var id: NoticeID
    /// The business date of the run that made it.
    package var on: CivilDate
    package var finding: Finding
    package var state: State
    package var version: Int

    package enum State: String, Sendable {
        case open, acknowledged
        /// It became moot before it was acknowledged: renewed, revoked, moved.
        case withdrawn
    }
}

/// What a list of notices is narrowed to; nil means any.
package struct NoticeFilter: Sendable, Equatable {
    package var rule: NoticeRule?
    /// About it or its licences, or naming it.
    package var organisation: OrganisationID?
    package var person: PersonID?
    package var licence: LicenceID?
    /// Only those neither acknowledged nor withdrawn.
    package var isOpen = false

    package init() {}
}

extension Snapshot {
    /// Those of the notices that exist, by number.
    package func notices(_ ids: [NoticeID]) async throws -> [NoticeRow] {
        try await rows(SQL.noticeRows, ids.map(\.number)).map { row in
            var columns = Columns(row)
            let id: NoticeID = try columns.id()
            let date = try columns.date()
            let finding = try columns.finding()
            let isWithdrawn = try columns.optionalDate() != nil
            let isAcknowledged = try columns.value(Bool.self)
            return NoticeRow(
                id: id, on: date, finding: finding,
                state: isWithdrawn ? .withdrawn : isAcknowledged ? .acknowledged : .open,
                version: try columns.value())
        }
    }

    /// Announced notices after `page.after` that match the filter. A threshold that was passed
    /// over was never announced, and is not here.
    package func notices(_ filter: NoticeFilter, page: Page) async throws -> [NoticeRow] {
        let found: [NoticeID] = try await ids(
            SQL.noticeList, page.after, filter.rule?.rawValue, filter.organisation?.number,
            filter.person?.number, filter.licence?.number, filter.isOpen, page.limit)
        return try await notices(found)
    }
}
