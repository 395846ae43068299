import Testing

@testable import Daemon

@Suite struct StageTests {
    @Test func whoWaitsAndWhoComesLaterGetTheFirstValue() async throws {
        let stage = Stage<Int>()
        async let early = stage.wait()
        async let another = stage.wait()
        stage.reach(1)
        stage.reach(2)
        #expect(try await (early, another) == (1, 1))
        #expect(try await stage.wait() == 1)
    }

    @Test func cancellingAWaitEndsItAndNoOther() async throws {
        let stage = Stage<Int>()
        let cancelled = Task { try await stage.wait() }
        let other = Task { try await stage.wait() }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        stage.reach(3)
        #expect(try await other.value == 3)
    }
}
