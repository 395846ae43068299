import Registry
import Store

extension Surroundings {
    /// Who is logged in, as the account is now: what was disabled or revoked is nobody any more.
    func current(_ account: Account) async throws -> Account {
        guard let logIn = account.logIn else { return account }
        let today = today()
        let known = try await store.read { try await $0.account(of: logIn, on: today) }
        return known ?? .anybody(account.name)
    }
}
