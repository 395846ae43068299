import Postgres
package import Registry
import Schema

/// A transaction that may write: locks first, then facts, then one change, then its event.
///
/// Locks are taken in one order, organisations before licences before people before
/// certifications before trainings and workshops, and by number within a kind, so that two
/// transactions rarely wait for each other in a circle; where they do, PostgreSQL ends one and the
/// runner tries it again.
package struct WriteTransaction: Sendable {
    /// What this transaction reads, its own writes included.
    package let snapshot: Snapshot
    let transaction: PostgresTransaction
    /// What its events concern.
    let concerns: Concerns

    init(
        _ transaction: PostgresTransaction, concerns: Concerns, rules: KeptRules? = nil,
        namesByNumber: Bool = false
    ) {
        self.transaction = transaction
        self.concerns = concerns
        snapshot = Snapshot(transaction, rules: rules, namesByNumber: namesByNumber)
    }

    /// The same, in which an external id that nothing has is read as a number, `ext:P-1` as P-1:
    /// so the files of an export name what has none.
    package func namingByNumber() -> WriteTransaction {
        WriteTransaction(
            transaction, concerns: concerns, rules: snapshot.rules, namesByNumber: true)
    }

    /// Keeps these organisations for a change of theirs. Gives the versions of those that exist.
    package func lock(_ organisations: [OrganisationID]) async throws -> [OrganisationID: Int] {
        try await versions(SQL.organisationLock, organisations)
    }

    /// Keeps these organisations from changing, while others may read them as well.
    package func share(_ organisations: [OrganisationID]) async throws -> [OrganisationID: Int] {
        try await versions(SQL.organisationShare, organisations)
    }

    /// Keeps these licences for a change of theirs. Gives the versions of those that exist.
    package func lock(_ licences: [LicenceID]) async throws -> [LicenceID: Int] {
        try await versions(SQL.licenceLock, licences)
    }

    /// Keeps these people for a change of theirs. Gives the versions of those that exist and were
    /// not merged into others.
    package func lock(_ people: [PersonID]) async throws -> [PersonID: Int] {
        try await versions(SQL.personLock, people)
    }

    /// Keeps people who were merged too.
    package func hold(_ people: [PersonID]) async throws -> [PersonID: Int] {
        try await versions(SQL.personHold, people)
    }

    /// Keeps these certifications for a change of theirs. Gives the versions of those that exist.
    package func lock(_ certifications: [CertificationID]) async throws
        -> [CertificationID: Int]
    {
        try await versions(SQL.certificationLock, certifications)
    }

    /// Keeps these trainings for a change of theirs. Gives the versions of those that exist.
    package func lock(_ trainings: [TrainingID]) async throws -> [TrainingID: Int] {
        try await versions(SQL.trainingLock, trainings)
    }

    /// Keeps these workshops for a change of theirs. Gives the versions of those that exist.
    package func lock(_ workshops: [WorkshopID]) async throws -> [WorkshopID: Int] {
        try await versions(SQL.workshopLock, workshops)
    }

    /// Keeps these notices for a change of theirs. Gives the versions of those that exist.
    package func lock(_ notices: [NoticeID]) async throws -> [NoticeID: Int] {
        try await versions(SQL.noticeLock, notices)
    }

    /// Keeps the rules from changing until the transaction ends, and reads them once: for a write
    /// of many rows that are all to be judged alike.
    package func keepingRules() async throws -> WriteTransaction {
        // The lock of policy first, as whoever changes rules takes it.
        try await run([Query(SQL.policyShare, Self.policyKey), Query(SQL.rulesKeep)])
        return WriteTransaction(
            transaction, concerns: concerns, rules: KeptRules(),
            namesByNumber: snapshot.namesByNumber)
    }

    func versions<ID: RegistryID>(
        _ statement: SQL.Named, _ ids: [ID]
    ) async throws -> [ID: Int] {
        guard !ids.isEmpty else { return [:] }
        var versions: [ID: Int] = [:]
        for row in try await snapshot.rows(statement, Set(ids).sorted().map(\.number)) {
            var columns = Columns(row)
            let id: ID = try columns.id()
            versions[id] = try columns.value()
        }
        return versions
    }

    func run(_ queries: [Query]) async throws {
        _ = try await transaction.pipeline(queries)
    }
}
