import AdminProtocol
import Postgres
import Registry
import Store
import Synchronization
import TestSupport
import Testing

@Suite struct WatchTests {
    /// What a watch told so far, by the event's id.
    private final class Told: Sendable {
        private let ids = Mutex<[String]>([])

        func hear(_ line: DataLine) {
            guard line.kind == "event", let id = line["id"] else { return }
            ids.withLock { $0.append(id) }
        }

        var all: [String] { ids.withLock(\.self) }

        /// Waits until so many were told, or for long enough to say that they never will be.
        func wait(for count: Int) async throws {
            let end = ContinuousClock.now + .seconds(60)
            while all.count < count, ContinuousClock.now < end {
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    @Test(arguments: ["watch from=1", "event watch from=E-1"])
    func tellsWhatIsThereAndWhatComes(_ line: String) async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.done("person add name=Ann", "person add name=Ben")
            let told = Told()
            let client = PlayedClient(comesBack: { try await told.wait(for: 5) })
            async let watching = session.send(line, client: client, hearing: told.hear)
            try await told.wait(for: 2)
            try await database.withSecondStore { second in
                let other = try TestSession(second)
                try await other.done("person add name=Cy", "person amend P-3 name=\"Cy B\"")
            }
            try await session.done("organisation add name=One country=IE")
            let reply = await watching
            #expect(told.all == ["E-1", "E-2", "E-3", "E-4", "E-5"])
            #expect(reply.isOK)
            #expect(reply.final("next") == "E-6")
            #expect(reply.data.first?.kind == "watching")
            #expect(reply.data[1]["after"]?.contains("Ann") == true)
        }
    }

    @Test func endsWhenTheLogInWasTakenAway() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.done("account add ann role=auditor")
            let made = try await session.done("account token ann").data
            let token = try #require(made.last?["token"])
            var ann = session.known(as: "tcp", .public)
            ann.account = try #require(await ann.send("auth token \(token)").account)
            let told = Told()
            let client = PlayedClient(comesBack: { try await told.wait(for: 99) })
            async let watching = ann.send("watch from=1", client: client, hearing: told.hear)
            try await told.wait(for: 2)
            try await session.done("account disable ann")
            #expect(await watching.outcome == "NO auth-required")
        }
    }

    @Test func beginsWithWhatComesNext() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.done("person add name=Ann")
            let told = Told()
            let begun = Mutex(false)
            let client = PlayedClient(comesBack: { try await told.wait(for: 1) })
            async let watching = session.send("watch", client: client) { line in
                if line.kind == "watching" { begun.withLock { $0 = true } }
                told.hear(line)
            }
            while !begun.withLock(\.self) { try await Task.sleep(for: .milliseconds(20)) }
            try await session.done("person add name=Ben")
            let reply = await watching
            #expect(told.all == ["E-2"])
            #expect(reply["next"] == "E-2")
        }
    }

    /// A backend that is lost costs a watch nothing.
    @Test func goesOnOverALostBackend() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            let told = Told()
            let client = PlayedClient(comesBack: { try await told.wait(for: 3) })
            async let watching = session.send("watch from=1", client: client, hearing: told.hear)
            for count in 1...3 {
                try await session.done("person add name=Ann")
                try await told.wait(for: count)
                let hand = TestDatabase(connectionString: database.connectionString)
                try await hand.execute(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                        + "WHERE datname = current_database() AND pid <> pg_backend_pid()")
                await hand.store.pool.close()
            }
            let reply = await watching
            #expect(reply.isOK, "\(reply.lines)")
            #expect(told.all == ["E-1", "E-2", "E-3"])
        }
    }

    @Test func endsByItselfWhereItIsToldTo() async throws {
        try await TestSession.with { session in
            try await session.done("person add name=Ann", "person add name=Ben")
            let reply = await session.send("event watch from=2 wait=0")
            #expect(reply.data.compactMap { $0["id"] } == ["E-2"])
            #expect(reply.final("next") == "E-3")
        }
    }

    /// A serial that was used up in vain is no end: what lies behind it is there.
    @Test func goesOnBehindAGap() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.done("person add name=Ann")
            try await database.execute(
                "SELECT nextval(pg_get_serial_sequence('event', 'serial'))")
            try await session.done("person add name=Ben")
            let reply = await session.send("watch from=1 wait=0")
            #expect(reply.data.compactMap { $0["id"] } == ["E-1", "E-3"])
            #expect(reply.final("next") == "E-4")
        }
    }

    /// One who asks for what is not there yet knew another registry; one who is too far behind
    /// reads faster anew.
    @Test func saysWhereToReadAnew() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.done("person add name=Ann")
            let ahead = await session.send("watch from=9 wait=0")
            #expect(ahead.lines.first == "* resync newest=E-1")
            #expect(ahead.final("next") == "E-2")
            #expect(await session.send("watch from=2 wait=0").data.map(\.kind) == ["watching"])
            try await database.execute(
                "SELECT setval(pg_get_serial_sequence('event', 'serial'), 1000001)")
            try await session.done("person add name=Ben")
            let behind = await session.send("watch from=1 wait=0")
            #expect(behind.lines.first == "* resync newest=E-1000002")
            #expect(await session.send("watch from=3 wait=0").data.first?.kind == "watching")
        }
    }

    @Test(arguments: ["0", "E-0", "P-1", "x", "-1"]) func refusesWhatIsNoEvent(_ from: String)
        async throws
    {
        try await TestSession.with { session in
            #expect(await session.send("watch from=\(from)").outcome == "BAD bad-value")
        }
    }
}
