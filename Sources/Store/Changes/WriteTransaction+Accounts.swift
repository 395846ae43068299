import Postgres
package import Registry
import Schema

extension WriteTransaction {
    /// Keeps these accounts for a change of theirs. Gives the versions of those that exist.
    package func lock(_ accounts: [AccountID]) async throws -> [AccountID: Int] {
        try await versions(SQL.accountLock, accounts)
    }

    /// Keeps these tokens for a change of theirs. Gives the versions of those that exist.
    package func lock(_ tokens: [TokenID]) async throws -> [TokenID: Int] {
        try await versions(SQL.tokenLock, tokens)
    }

    func add(_ account: AccountRow) async throws -> Thing {
        let id: AccountID = try await made(
            SQL.accountAdd, account.name, account.grant.roles.names, account.grant.person?.number,
            account.grant.organisation?.number, account.verifier)
        return .account(id)
    }

    func amend(_ account: AccountRow) async throws -> Thing {
        try await run([
            Query(
                SQL.accountAmend, account.id.number, account.grant.roles.names,
                account.grant.person?.number, account.grant.organisation?.number,
                account.isDisabled)
        ])
        return .account(account.id)
    }

    func set(verifier: String, of account: AccountID) async throws -> Thing {
        try await run([Query(SQL.accountPassword, account.number, verifier)])
        return .account(account)
    }

    func add(_ token: TokenRow, hash: [UInt8]) async throws -> Thing {
        let id: TokenID = try await made(
            SQL.tokenAdd, token.account.number, hash, token.label, token.grant?.roles.names,
            token.grant?.person?.number, token.grant?.organisation?.number, token.until.postgres)
        return .token(id)
    }

    func revoke(_ token: TokenID) async throws -> Thing {
        try await run([Query(SQL.tokenRevoke, token.number)])
        return .token(token)
    }
}
