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
    /// The thing's line before and after, as JSON.
    package var before: String?
    package var after: String?

    package init(account: String, command: String, thing: Thing) {
        self.account = account
        self.command = command
        self.thing = thing
    }
}

/// What is known of a `request=` token when a write begins.
package enum RequestClaim: Sendable, Equatable {
    /// Nobody used it: it is this transaction's now.
    case claimed
    /// The same line was answered before, with this reply.
    case answered(reply: String)
    /// Another line was sent under it.
    case reused
}

extension WriteTransaction {
    /// Records the event; gives its serial.
    package func record(_ event: NewEvent) async throws -> EventID {
        try await made(
            SQL.eventAdd, event.account, event.command, event.thing.description, event.request,
            event.reason, event.before.map(PostgresJSON.init), event.after.map(PostgresJSON.init))
    }

    /// Claims a token for this transaction. While another transaction holds the claim this waits
    /// for its end, so that of two equal requests at once the second finds the first one's reply.
    package func claim(
        request token: String, of account: String, for line: String
    ) async throws -> RequestClaim {
        let claimed = try await transaction.query(Query(SQL.requestClaim, account, token, line))
        if claimed.first != nil { return .claimed }
        return try await snapshot.claim(request: token, of: account, for: line) ?? .claimed
    }

    /// Stores the reply that the same token will get again.
    package func store(reply: String, request token: String, of account: String) async throws {
        try await run([Query(SQL.requestReply, account, token, PostgresJSON(reply))])
    }
}

extension Snapshot {
    /// What is known of a token, nil when nothing is.
    package func claim(
        request token: String, of account: String, for line: String
    ) async throws -> RequestClaim? {
        guard let row = try await rows(SQL.requestFind, account, token, line).first else {
            return nil
        }
        var columns = Columns(row)
        let isSameLine = try columns.value(Bool.self)
        guard isSameLine, let reply = try columns.value(String?.self) else { return .reused }
        return .answered(reply: reply)
    }
}
