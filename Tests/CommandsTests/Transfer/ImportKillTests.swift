import AdminProtocol
import Synchronization
import TestSupport
import Testing

/// Imports that end early, or meet one another.
@Suite struct ImportKillTests {
    /// Several batches of people.
    private static let file =
        "external-id,name\n" + (1...9_000).map { "p\($0),Person \($0)\n" }.joined()

    @Test(arguments: ["atomic", "best-effort", "validate"])
    func aClientThatLeavesWithinItsFileStoresNothing(_ mode: String) async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            let before = try await database.contents()
            let client = PlayedClient(block: Self.file, pieceSize: 65_536, leavesEarly: true)
            let reply = await session.send("import people mode=\(mode)", client: client)
            #expect(reply.outcome == "NO busy")
            #expect(try await database.contents() == before)
        }
    }

    /// The database ends the session in which the rows are being stored.
    @Test func anAtomicImportWhoseBackendIsKilledStoresNothing() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            let before = try await database.contents()
            let isDone = Mutex(false)
            let killed = Task {
                var killed = 0
                while !isDone.withLock(\.self), killed == 0 {
                    // One that has stored a batch already.
                    killed = try await database.lines(
                        """
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND backend_xid IS NOT NULL
                            AND pid <> pg_backend_pid()
                        """
                    ).count
                    try await Task.sleep(for: .milliseconds(5))
                }
                return killed
            }
            let reply = await session.importing("people", Self.file, pieceSize: 65_536)
            isDone.withLock { $0 = true }
            let count = try await killed.value
            try #require(count > 0, "the import was over before it could be ended")
            #expect(reply.outcome == "NO store-unavailable")
            #expect(try await database.contents() == before)
            let again = await session.importing("people", Self.file, pieceSize: 65_536)
            #expect(again.summary == "9000/9000/0/0")
        }
    }

    /// Each row is stored once, whoever is first; an import that loses says so by a code, and finds
    /// everything there when it is sent again.
    @Test(arguments: ["atomic", "best-effort"])
    func ofTwoAtOnceEachRowIsStoredOnce(_ mode: String) async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            let line = "people mode=\(mode)"
            async let one = session.importing(line, Self.file, pieceSize: 65_536)
            async let other = session.importing(line, Self.file, pieceSize: 65_536)
            let replies = await [one, other]
            #expect(replies.contains { $0.outcome == "OK" })
            #expect(replies.allSatisfy { ["OK", "NO conflict", "NO busy"].contains($0.outcome) })
            let counts = try await database.lines("SELECT count(*) FROM person")
            #expect(counts == ["9000"])
            let events = try await database.lines("SELECT count(*) FROM event")
            #expect(events == ["9000"])
            let again = await session.importing(line, Self.file, pieceSize: 65_536)
            #expect(again.summary == "9000/0/9000/0")
        }
    }
}
