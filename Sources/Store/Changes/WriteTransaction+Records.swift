import Postgres
import Registry
import Schema

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
