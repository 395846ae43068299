import Commands
import Glibc
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

    /// A hand at `psql` that keeps a table: neither reads nor writes wait for it without end.
    @Test(arguments: ["person list", "person add name=Ben", "person amend P-1 name=Bea"])
    func saysThatSomethingElseHoldsWhatIsNeeded(line: String) async throws {
        try await TestDatabase.with { database in
            try await TestSession(database.store).done("person add name=Ann")
            try await database.store.pool.withConnection { hand in
                try await hand.execute(script: "BEGIN; LOCK TABLE person")
                try await database.withSecondStore(
                    timeouts: PostgresTimeouts(lock: .milliseconds(100))
                ) { second in
                    let session = try TestSession(second)
                    let reply = await session.send(line)
                    #expect(reply.outcome == "NO busy", "\(reply.lines)")
                    #expect(reply.final("retry") == "yes")
                    try await hand.execute(script: "ROLLBACK")
                    #expect(await session.send(line).isOK)
                }
            }
        }
    }

    /// A stopped backend costs its session's wait; the next request gets another connection.
    @Test func saysThatTheDatabaseDoesNotAnswer() async throws {
        try await TestDatabase.with { database in
            let timeouts = PostgresTimeouts(
                statement: .milliseconds(500), lock: .milliseconds(400),
                grace: .milliseconds(100))
            try await database.withSecondStore(timeouts: timeouts) { second in
                let session = try TestSession(second)
                try await session.done("person add name=Ann")
                let process = try await second.pool.withConnection { connection in
                    let row = try await connection.query(Query(sql: "SELECT pg_backend_pid()"))
                    return try #require(row.first).decode(0, as: Int32.self)
                }
                kill(process, SIGSTOP)
                defer { kill(process, SIGCONT) }
                let reply = await session.send("person add name=Ben")
                #expect(reply.outcome == "NO store-unavailable", "\(reply.lines)")
                #expect(reply.final("retry") == "yes")
                try await session.done("person add name=Ben")
            }
        }
    }
}
