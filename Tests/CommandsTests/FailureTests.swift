import Commands
import Logging
import Postgres
import Store
import TestSupport
import Testing

@Suite struct FailureTests {
    @Test func saysThatTheDatabaseCannotBeReached() async throws {
        let pool = PostgresPool(
            configuration: PostgresConfiguration(
                connectionString: "host=/nonexistent dbname=none connect_timeout=2"),
            leaseTimeout: .milliseconds(300), logger: .silent)
        let session = try TestSession(Store(pool: pool, logger: .silent))
        for line in ["person list", "person add name=x request=y", "status"] {
            let reply = await session.send(line)
            #expect(reply.outcome == "NO store-unavailable", "\(line)")
            #expect(reply.final("retry") == "yes")
        }
        #expect(await session.send("ping").isOK)
        await pool.close()
    }

    /// A backend that goes away under a write is not noticed by the client.
    @Test func writesAgainWhereABackendWasKilled() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.done("person add name=Ann")
            try await database.withSecondStore { second in
                let other = try TestSession(second)
                try await other.done("person add name=Ben")
                try await database.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                        + "WHERE datname = current_database() AND pid <> pg_backend_pid()")
                try await other.done("person add name=Cyd request=c", "person list")
            }
            #expect(try await session.done("person list").data.count == 3)
        }
    }
}
