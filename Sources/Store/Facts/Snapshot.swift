import Postgres
import Registry
import Schema

/// Reads facts within one transaction, so that all that is read is of one moment where the
/// transaction's isolation says so.
///
/// Each kind of fact has its own extension: that is the seam at which an index in memory may later
/// answer in the database's place.
package struct Snapshot: Sendable {
    let transaction: PostgresTransaction
    /// What the lists show, and which single things there are.
    package let sight: Sight

    /// Whether `ext:P-1` means P-1 where nothing has this external id.
    let namesByNumber: Bool

    /// What was read of the rules, where they cannot change for this transaction.
    let rules: KeptRules?

    init(
        _ transaction: PostgresTransaction, sight: Sight = .all, rules: KeptRules? = nil,
        namesByNumber: Bool = false
    ) {
        self.transaction = transaction
        self.sight = sight
        self.rules = rules
        self.namesByNumber = namesByNumber
    }

    func rows(
        _ statement: SQL.Named, _ parameters: (any PostgresEncodable)?...
    ) async throws -> [Row] {
        try await transaction.query(Query(statement, list: parameters)).rows
    }

    /// The first column of each row as ids.
    func ids<ID: RegistryID>(
        _ statement: SQL.Named, of type: ID.Type = ID.self,
        _ parameters: (any PostgresEncodable)?...
    ) async throws -> [ID] {
        try await transaction.query(Query(statement, list: parameters)).rows.map { row in
            ID(try row.decode(0, as: Int64.self))
        }
    }
}
