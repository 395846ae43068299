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
    /// The thing's line before and after, as JSON; of an erased person only what is left.
    package var before: String?
    package var after: String?
}

/// Which events are wanted: those that match all that is given.
package struct EventFilter: Sendable, Equatable {
    package var thing: String?
    package var command: String?
    package var account: String?
    /// The token of `request=`.
    package var request: String?
    /// The days, in UTC as `at` is.
    package var from: CivilDate?
    package var until: CivilDate?
    /// From the newest backwards; `page.after` then is the oldest already seen.
    package var newestFirst = false

    package init() {}
}

extension Snapshot {
    /// A page of the events that match.
    package func events(_ filter: EventFilter, page: Page) async throws -> [EventRow] {
        let found: [EventID] = try await ids(
            filter.newestFirst ? SQL.eventListNewest : SQL.eventList, page.after, page.limit,
            filter.thing, filter.command, filter.account, filter.request, filter.from?.postgres,
            filter.until?.postgres)
        return try await events(found)
    }

    /// Those of the events that exist, in this order, as far as the reader may know what they tell.
    package func events(_ ids: [EventID]) async throws -> [EventRow] {
        guard !ids.isEmpty else { return [] }
        var byID: [EventID: EventRow] = [:]
        for row in try await rows(SQL.eventRows, ids.map(\.number), sight.showsPeers) {
            var columns = Columns(row)
            let event = EventRow(
                id: try columns.id(), at: try columns.value(), account: try columns.value(),
                command: try columns.value(), thing: try columns.value(),
                request: try columns.value(), reason: try columns.value(),
                before: try columns.value(), after: try columns.value())
            byID[event.id] = event
        }
        return ids.compactMap { byID[$0] }
    }
}
