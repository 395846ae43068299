import Testing

@testable import Postgres

@Suite struct BackoffTests {
    private let start = ContinuousClock.now

    @Test func `all may try a server that was never lost`() {
        var backoff = Backoff()
        #expect(backoff.mayTry(now: start) == true)
        #expect(backoff.mayTry(now: start) == true)
    }

    @Test func `after a failure one tries for all, when the wait is over`() {
        var backoff = Backoff()
        backoff.failed(now: start, chance: 1)
        #expect(backoff.mayTry(now: start) == false)
        let later = start + PostgresLimits.backoffFirst
        #expect(backoff.nextLook(now: start) == later)
        #expect(backoff.mayTry(now: later) == true)
        #expect(backoff.mayTry(now: later) == false)
        backoff.gaveUp()
        #expect(backoff.mayTry(now: later) == true)
    }

    @Test(arguments: [(1, 50), (2, 100), (3, 200), (4, 400), (5, 800), (6, 1_000), (99, 1_000)])
    func `waits double up to a limit`(failures: Int, milliseconds: Int) {
        var backoff = Backoff()
        for _ in 0..<failures { backoff.failed(now: start, chance: 1) }
        let wait = Duration.milliseconds(milliseconds)
        #expect(backoff.mayTry(now: start + wait - .milliseconds(1)) == false)
        #expect(backoff.mayTry(now: start + wait) == true)
    }

    @Test func `chance takes off at most half`() {
        var backoff = Backoff()
        backoff.failed(now: start, chance: 0)
        #expect(backoff.mayTry(now: start + .milliseconds(24)) == false)
        #expect(backoff.mayTry(now: start + .milliseconds(25)) == true)
    }

    @Test func `success opens the way for all`() {
        var backoff = Backoff()
        backoff.failed(now: start)
        backoff.succeeded()
        #expect(backoff.mayTry(now: start) == true)
        #expect(backoff.mayTry(now: start) == true)
    }
}
