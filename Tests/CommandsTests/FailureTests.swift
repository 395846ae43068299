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

    /// Ends the connection of whoever commits an event, at the commit.
    private static let fatalCommits = """
        CREATE FUNCTION end_it() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER end_it AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION end_it();
        """

    /// Nobody knows whether it was committed: the client is told so, and a token makes it safe to
    /// send the same line again.
    @Test func saysThatAnOutcomeIsUnknown() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await database.execute(Self.fatalCommits)
            for line in ["person add name=Ann", "person add name=Ann request=a"] {
                let lost = await session.send(line)
                #expect(lost.outcome == "NO outcome-unknown", "\(lost.lines)")
                #expect(lost.final("retry") == "yes")
            }
            try await database.execute("DROP TRIGGER end_it ON event")
            let again = try await session.done("person add name=Ann request=a")
            #expect(again.final("replayed") == nil)
            #expect(try await session.done("person list").data.count == 1)
        }
    }
}
