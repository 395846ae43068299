package import Registry
package import Store

/// By what a session works under an account: kept with the session, and looked up anew for each of
/// its requests, so that an account that was disabled is nobody from its next request on.
package struct LogIn: Sendable, Hashable {
    package var account: AccountID
    /// The token, where it was not the password.
    package var token: TokenID?

    package init(account: AccountID, token: TokenID? = nil) {
        self.account = account
        self.token = token
    }
}

extension Snapshot {
    /// The account of a log-in as it is on `date`; nil where it lets in no more. A token that was
    /// narrowed to what its account may no longer do lets in no more either.
    package func account(of logIn: LogIn, on date: CivilDate) async throws -> Account? {
        guard let row = try await accounts([logIn.account], on: date).first, !row.isDisabled else {
            return nil
        }
        var grant = row.grant
        if let token = logIn.token {
            guard let row = try await tokens([token]).first, row.isGood(on: date) else {
                return nil
            }
            if let narrowed = row.grant {
                guard grant.covers(narrowed) else { return nil }
                grant = narrowed
            }
        }
        var account = Account(
            name: row.name, roles: grant.roles, scope: grant.scope,
            method: logIn.token == nil ? .password : .token)
        account.logIn = logIn
        return account
    }
}
