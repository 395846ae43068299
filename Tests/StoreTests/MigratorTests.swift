import Logging
import Postgres
import Schema
import Store
import TestSupport
import Testing

@Suite struct MigratorTests {
    private func migrate(_ store: Store, _ migrations: [SQL.Migration] = SQL.migrations)
        async throws
    {
        try await Migrator(store: store, migrations: migrations, logger: .silent).run()
    }

    private func applied(_ database: TestDatabase) async throws -> [String] {
        try await database.lines("SELECT name FROM schema_migration ORDER BY number")
    }

    private static let good = SQL.Migration(
        number: 1, name: "m0001_good", script: "CREATE TABLE good (number integer);")
    private static let bad = SQL.Migration(
        number: 2, name: "m0002_bad",
        script: "CREATE TABLE half (number integer); INSERT INTO nowhere VALUES (1);")

    @Test func appliesAllFromNothingAndNothingTwice() async throws {
        try await TestDatabase.withEmpty { database in
            try await migrate(database.store)
            #expect(try await applied(database) == SQL.migrations.map(\.name))
            let before = try await database.contents()
            try await migrate(database.store)
            #expect(try await database.contents() == before)
        }
    }

    @Test func isDoneOnceByManyThatStartAtOnce() async throws {
        try await TestDatabase.withEmpty { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...8 { group.addTask { try await migrate(database.store) } }
                try await group.waitForAll()
            }
            #expect(try await applied(database) == SQL.migrations.map(\.name))
        }
    }

    @Test func refusesANewerDatabase() async throws {
        try await TestDatabase.withEmpty { database in
            try await migrate(database.store)
            try await database.execute(
                "INSERT INTO schema_migration (number, name) VALUES (9999, 'm9999_future')")
            let before = try await database.contents()
            let newest = SQL.migrations.count
            await #expect(throws: StoreError.newerDatabase(have: 9999, know: newest)) {
                try await migrate(database.store)
            }
            #expect(try await database.contents() == before)
        }
    }

    @Test func refusesAForeignMigration() async throws {
        try await TestDatabase.withEmpty { database in
            let other = SQL.Migration(
                number: 1, name: "m0001_other", script: "CREATE TABLE other (number integer);")
            try await migrate(database.store, [other])
            await #expect(
                throws: StoreError.otherMigration(
                    number: 1, applied: "m0001_other", known: "m0001_programmes")
            ) { try await migrate(database.store) }
            #expect(try await applied(database) == ["m0001_other"])
        }
    }

    @Test func leavesNothingOfAMigrationThatFailsHalfWay() async throws {
        try await TestDatabase.withEmpty { database in
            let error = await #expect(throws: PostgresError.self) {
                try await migrate(database.store, [Self.good, Self.bad])
            }
            #expect(error?.sqlState == .undefinedTable)
            let names = try await applied(database)
            #expect(names == ["m0001_good"])
            #expect(try await database.lines("SELECT to_regclass('half')") == ["-"])
        }
    }

    /// A lock that stayed with the connection would keep every other daemon out.
    @Test func letsOthersInAfterAFailure() async throws {
        try await TestDatabase.withEmpty { database in
            _ = try? await migrate(database.store, [Self.good, Self.bad])
            let locks =
                "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database "
                + "WHERE locktype = 'advisory' AND d.datname = current_database()"
            #expect(try await database.lines(locks) == ["0"])
            try await database.withSecondStore { second in
                try await migrate(second, [Self.good])
            }
            #expect(try await applied(database) == ["m0001_good"])
        }
    }

    @Test func countsItsMigrationsWithoutGap() {
        #expect(SQL.migrations.map(\.number) == Array(1...SQL.migrations.count))
    }
}
