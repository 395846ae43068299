import Postgres
package import Registry
import Schema

/// A token of an account, without what it says: only its hash is kept.
package struct TokenRow: Sendable, Equatable {
    package var id: TokenID
    package var account: AccountID
    package var accountName: String
    package var label: String?
    /// What it is narrowed to; nil: all that the account may.
    package var grant: AccountGrant?
    /// The last day on which it lets in.
    package var until: CivilDate
    package var isRevoked = false
    package var version = 1

    package init(
        id: TokenID = TokenID(0), account: AccountID, accountName: String, until: CivilDate
    ) {
        self.id = id
        self.account = account
        self.accountName = accountName
        self.until = until
    }

    /// Whether it lets in on that day.
    package func isGood(on date: CivilDate) -> Bool { !isRevoked && date <= until }
}

extension Snapshot {
    /// Those of the tokens that exist, by number.
    package func tokens(_ ids: [TokenID]) async throws -> [TokenRow] {
        try await rows(SQL.tokenRows, ids.map(\.number)).map { row in
            var columns = Columns(row)
            let id: TokenID = try columns.id()
            let account: AccountID = try columns.id()
            let name = try columns.value(String.self)
            let label = try columns.value(String?.self)
            let grant = try columns.optionalGrant()
            var token = TokenRow(
                id: id, account: account, accountName: name, until: try columns.date())
            token.label = label
            token.grant = grant
            token.isRevoked = try columns.value()
            token.version = try columns.value()
            return token
        }
    }

    /// Tokens of an account after `page.after`.
    package func tokens(of account: AccountID, page: Page) async throws -> [TokenRow] {
        try await tokens(
            try await ids(SQL.tokenList, account.number, page.after, page.limit))
    }

    /// The token with this hash.
    package func token(hash: [UInt8]) async throws -> TokenID? {
        try await ids(SQL.tokenByHash, of: TokenID.self, hash).first
    }
}
