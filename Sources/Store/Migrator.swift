package import Logging
import Postgres
package import Schema

/// Brings the database to the schema of this binary: forward only, each migration in a
/// transaction of its own, under a lock so that daemons that start at once do it once.
package struct Migrator: Sendable {
    private let store: Store
    private let migrations: [SQL.Migration]
    private let logger: Logger

    /// The advisory lock's key: "licentia" in ASCII.
    static let lock: Int64 = 0x6C69_6365_6E74_6961

    package init(
        store: Store, migrations: [SQL.Migration] = SQL.migrations, logger: Logger
    ) {
        self.store = store
        self.migrations = migrations
        self.logger = logger
    }

    /// Applies what is missing.
    ///
    /// - Throws: `StoreError.newerDatabase` where the database knows more than this binary, and
    ///   `otherMigration` where it knows something else; both before anything is changed.
    package func run() async throws {
        try await store.pool.withConnection { connection in
            // The session may hold the lock, and its transaction may be open: both end with it, and
            // so do its settings.
            do {
                try await connection.execute(script: Self.session)
                try await migrate(connection)
                await connection.close()
            } catch {
                await connection.close()
                throw error
            }
        }
    }

    /// Migrations, and the wait for a daemon that is at them, take as long as they take.
    private static let session = """
        SET statement_timeout = 0;
        SET lock_timeout = 0;
        SELECT pg_advisory_lock(\(lock));
        """

    private func migrate(_ connection: PostgresConnection) async throws {
        try await connection.execute(
            script: """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    number     integer PRIMARY KEY,
                    name       text NOT NULL,
                    applied_at timestamptz NOT NULL DEFAULT now())
                """)
        let applied = try await connection.query(
            Query(sql: "SELECT number, name FROM schema_migration ORDER BY number")
        ).rows.map { (try $0.decode(0, as: Int.self), try $0.decode(1, as: String.self)) }
        try judge(applied)
        let done = Set(applied.map(\.0))
        for migration in migrations where !done.contains(migration.number) {
            try await connection.execute(script: Self.script(of: migration))
            logger.info("schema migrated", metadata: ["migration": "\(migration.name)"])
        }
    }

    private func judge(_ applied: [(number: Int, name: String)]) throws {
        let known = Dictionary(migrations.map { ($0.number, $0.name) }) { first, _ in first }
        let newest = migrations.map(\.number).max() ?? 0
        if let have = applied.map(\.number).max(), have > newest {
            throw StoreError.newerDatabase(have: have, know: newest)
        }
        for (number, name) in applied {
            if let ours = known[number], ours != name {
                throw StoreError.otherMigration(number: number, applied: name, known: ours)
            }
        }
    }

    /// A migration and its mark, as one transaction. Names are file names of ours, so they can
    /// stand in a script.
    private static func script(of migration: SQL.Migration) -> String {
        """
        BEGIN;
        \(migration.script)
        INSERT INTO schema_migration (number, name)
        VALUES (\(migration.number), '\(migration.name)');
        COMMIT;
        """
    }
}
