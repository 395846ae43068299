import Postgres
package import Registry
import Schema

/// One change, as it was recorded.
package struct EventRow: Sendable, Equatable {
    package var id: EventID
    /// The moment, ISO 8601 in UTC.
    package var at: String
    package var account: String
    package var command: String
    /// The thing that was changed, as replies name it.
    package var thing: String
    package var request: String?
    package var reason: String?
    /// The thing's line before and after, as JSON.
    package var before: String?
    package var after: String?
}

extension Snapshot {
    /// Events after `page.after` that match all that is given.
    package func events(
        thing: String?, command: String?, account: String?, page: Page
    ) async throws -> [EventRow] {
        let rows = try await rows(
            SQL.eventList, page.after, thing, command, account, page.limit)
        return try rows.map { row in
            var columns = Columns(row)
            return EventRow(
                id: try columns.id(), at: try columns.value(), account: try columns.value(),
                command: try columns.value(), thing: try columns.value(),
                request: try columns.value(), reason: try columns.value(),
                before: try columns.value(), after: try columns.value())
        }
    }
}
