import Postgres
package import Registry
import Schema

/// A change as the event log keeps it.
package struct NewEvent: Sendable {
    package var account: String
    package var command: String
    package var thing: Thing
    package var request: String?
    package var reason: String?
    /// The thing's line before and after, as JSON, without what tells who a person is.
    package var before: String?
    package var after: String?
    /// What tells who a person is: kept beside the event, so that it can be erased.
    package var personal: PersonalPart?

    package init(account: String, command: String, thing: Thing) {
        self.account = account
        self.command = command
        self.thing = thing
    }
}

/// What an event tells of one person.
package struct PersonalPart: Sendable, Equatable {
    package var person: PersonID
    /// The personal keys of the person's line before and after, as JSON.
    package var before: String?
    package var after: String?
    package var reason: String?

    /// - Returns: nil where there is nothing to be kept.
    package init?(person: PersonID, before: String?, after: String?, reason: String?) {
        if before == nil, after == nil, reason == nil { return nil }
        self.person = person
        self.before = before
        self.after = after
        self.reason = reason
    }
}

extension WriteTransaction {
    /// Records the event; gives its serial.
    package func record(_ event: NewEvent) async throws -> EventID {
        guard let id = try await record([event]).first else {
            throw StoreError.unreadable("new number")
        }
        return id
    }

    /// Records events in one statement, however many; gives their serials in the same order.
    package func record(_ events: [NewEvent]) async throws -> [EventID] {
        guard !events.isEmpty else { return [] }
        concerns.add(events)
        let parts = events.enumerated().compactMap { place, event in
            event.personal.map { (place: Int64(place + 1), part: $0) }
        }
        return try await snapshot.ids(
            SQL.eventAdd, events.map(\.account), events.map(\.command),
            events.map(\.thing.description), events.map(\.request), events.map(\.reason),
            events.map(\.before).json, events.map(\.after).json, parts.map(\.place),
            parts.map(\.part.person.number), parts.map(\.part.before).json,
            parts.map(\.part.after).json, parts.map(\.part.reason))
    }
}

extension [String?] {
    fileprivate var json: [PostgresJSON?] { map { $0.map(PostgresJSON.init) } }
}
