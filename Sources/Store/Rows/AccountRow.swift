import Postgres
package import Registry
import Schema

/// An account as the registry keeps it.
package struct AccountRow: Sendable, Equatable {
    package var id: AccountID
    /// In small letters.
    package var name: String
    package var grant: AccountGrant
    package var isDisabled = false
    /// What is kept of the password, as PostgreSQL writes it. A secret: never shown, never logged.
    package var verifier: String?
    /// How many of its tokens let in on the day of the reading.
    package var tokens = 0
    package var version = 1

    package init(id: AccountID = AccountID(0), name: String, grant: AccountGrant) {
        self.id = id
        self.name = name
        self.grant = grant
    }
}

/// What a list of accounts is narrowed to; nil means any.
package struct AccountFilter: Sendable, Equatable {
    package var role: AccountRole?
    package var person: PersonID?
    package var organisation: OrganisationID?
    package var isDisabled: Bool?

    package init() {}
}

extension Snapshot {
    /// Those of the accounts that exist, by number, with their tokens as of `date`.
    package func accounts(_ ids: [AccountID], on date: CivilDate) async throws -> [AccountRow] {
        try await rows(SQL.accountRows, ids.map(\.number), date.postgres).map { row in
            var columns = Columns(row)
            var account = AccountRow(
                id: try columns.id(), name: try columns.value(), grant: try columns.grant())
            account.isDisabled = try columns.value()
            account.verifier = try columns.value()
            account.version = try columns.value()
            account.tokens = Int(try columns.value(Int64.self))
            return account
        }
    }

    /// Accounts after `page.after` that match the filter.
    package func accounts(
        _ filter: AccountFilter, on date: CivilDate, page: Page
    ) async throws -> [AccountRow] {
        let found: [AccountID] = try await ids(
            SQL.accountList, page.after, filter.role?.rawValue, filter.person?.number,
            filter.organisation?.number, filter.isDisabled, page.limit)
        return try await accounts(found, on: date)
    }

    /// The account of this name, written in any case of letters.
    package func account(named name: String) async throws -> AccountID? {
        try await ids(SQL.accountByName, of: AccountID.self, name.lowercased()).first
    }

    /// Of what the salts for names without an account are made.
    package func loginSecret() async throws -> [UInt8] {
        guard let row = try await rows(SQL.loginSecret).first else {
            throw StoreError.unreadable("secret of log-ins")
        }
        return try row.decode(0, as: [UInt8].self)
    }
}

extension Columns {
    /// Roles, and the person or organisation to which they are bound.
    mutating func grant() throws -> AccountGrant {
        guard let grant = try optionalGrant() else { throw StoreError.unreadable("grant") }
        return grant
    }

    /// The same, none where there are no roles.
    mutating func optionalGrant() throws -> AccountGrant? {
        let words = try value([String]?.self)
        let person: PersonID? = try optionalID()
        let organisation: OrganisationID? = try optionalID()
        guard let words else { return nil }
        let roles = words.compactMap(AccountRole.init(rawValue:))
        guard roles.count == words.count else { throw StoreError.unreadable("role") }
        do {
            return try AccountGrant(
                roles: Set(roles), person: person, organisation: organisation)
        } catch {
            throw StoreError.unreadable("grant")
        }
    }
}
