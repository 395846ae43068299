import Logging
import Postgres
import Store
import Synchronization
import Testing

@testable import Daemon

@Suite struct DatabasePatienceTests {
    private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test func itTriesAgainUntilTheDatabaseIsThere() async throws {
        let tries = Mutex(0)
        try await DatabasePatience(logger: Self.quiet).call {
            let number = tries.withLock { tries in
                tries += 1
                return tries
            }
            if number == 1 { throw PostgresError(.unavailable, "not there") }
            if number == 2 {
                throw PostgresError(.server, "starting up", sqlState: SQLState(rawValue: "57P03"))
            }
        }
        #expect(tries.withLock { $0 } == 3)
    }

    @Test func itGivesUpWhenTheLimitIsOver() async {
        let patience = DatabasePatience(limit: .milliseconds(250), logger: Self.quiet)
        await #expect(throws: DaemonError.self) {
            try await patience.call { throw PostgresError(.unavailable, "not there") }
        }
    }

    @Test func whatWaitingCannotMendIsThrownAtOnce() async {
        let tries = Mutex(0)
        let error = StoreError.newerDatabase(have: 9, know: 8)
        await #expect(throws: error) {
            try await DatabasePatience(logger: Self.quiet).call {
                tries.withLock { $0 += 1 }
                throw error
            }
        }
        #expect(tries.withLock { $0 } == 1)
    }
}
