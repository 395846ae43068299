import Index
import Postgres
import Registry
import Store
import TestSupport
import Testing

/// How new what is answered from memory is.
@Suite struct MemoryFreshnessTests {
    /// Nobody who was told that a write is done sees the registry without it, in whichever session
    /// of the daemon.
    @Test func neverOlderThanWhatWasAcknowledged() async throws {
        try await TestSession.with { session in
            for number in 1...6 {
                try await session.done("organisation add name=\"Number \(number)\" country=DK")
            }
            try await session.withIndex { session in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 1...6 {
                        group.addTask { try await Self.closeAndReopen("O-\(number)", session) }
                    }
                    try await group.waitForAll()
                }
            }
        }
    }

    private static func closeAndReopen(_ id: String, _ session: TestSession) async throws {
        let check = "check organisation \(id) programme=HLC-PAIN"
        for _ in 0..<25 {
            try await session.done("organisation close \(id)")
            #expect(try await session.done(check).codes().contains("organisation-closed"))
            try await session.done("organisation reopen \(id) reason=because")
            #expect(try await !session.done(check).codes().contains("organisation-closed"))
        }
    }

    /// What was not compared with the log for too long answers nothing.
    @Test func answersNothingWhereItCannotFollow() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            var left: TestSession?
            try await session.withIndex { left = $0 }
            let unfollowed = try #require(left)
            try await unfollowed.wait("it answers though nothing follows the log") {
                !unfollowed.index.isCurrent
            }
            #expect(try await unfollowed.done("status")["checks-from"] == "database")
            try await session.done("licence revoke L-1")
            #expect(
                try await unfollowed.done("check organisation O-1 programme=CDSMP")
                    .codes().contains("no-licence"))
        }
    }

    @Test func followsAgainAfterItsConnectionsWereLost() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.playScene()
            try await session.withIndex { session in
                try await database.execute(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """)
                try await session.done("licence revoke L-1")
                #expect(
                    try await session.done("check organisation O-1 programme=CDSMP")
                        .codes().contains("no-licence"))
                try await session.waitForIndex()
                #expect(try await session.done("status")["checks-from"] == "memory")
            }
        }
    }

    /// A transaction that took a serial and goes on for long keeps nobody else's write from being
    /// known; but the event is not passed, and who asks for one after it is told to wait.
    @Test func aLongTransactionHoldsUpNothingButTheSerial() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.withIndex { reader in
                try await reader.store.write { transaction in
                    _ = try await transaction.record(
                        NewEvent(
                            account: "test", command: "person amend", thing: .person(PersonID(6))))
                    let before = try #require(reader.index.serial)
                    try await session.done("licence revoke L-1")
                    let newest = try await session.store.newestEvent()
                    let check = "check organisation O-1 programme=CDSMP"
                    try await reader.wait("the revocation is never known") {
                        try await reader.done(check).codes().contains("no-licence")
                    }
                    try await reader.waitForIndex()
                    #expect(try await reader.done(check)["serial"] == "\(before.number)")
                    let held = await reader.send("\(check) min-serial=\(newest)")
                    #expect(held.outcome == "NO busy")
                    return .rollback(())
                }
                let newest = try await session.store.newestEvent()
                let reply = try await reader.done(
                    "check organisation O-1 programme=CDSMP min-serial=E-\(newest)")
                #expect(reply["serial"] == "\(newest)")
            }
        }
    }

    @Test(arguments: ["check organisation O-1 programme=CDSMP", "check person P-1 programme=CDSMP"])
    func everyAnswerSaysItsSerial(_ check: String) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.withIndex { session in
                let newest = try await session.store.newestEvent()
                for line in [check, "\(check) fresh=yes", "\(check) min-serial=\(newest)"] {
                    try await session.wait("\(line) is never as of the newest event") {
                        try await session.done(line)["serial"] == "\(newest)"
                    }
                }
                let future = await session.send("\(check) min-serial=\(newest + 1)")
                #expect(future.outcome == "NO busy")
                #expect(future.final("have") == "\(newest)")
                #expect(await session.send("\(check) min-serial=x").outcome == "BAD bad-value")
            }
        }
    }
}
