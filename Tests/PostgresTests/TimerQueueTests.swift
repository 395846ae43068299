import Testing

@testable import Postgres

@Suite struct TimerQueueTests {
    private let start = ContinuousClock.now

    @Test func `timers come in the order of their times`() {
        var generator = SystemRandomNumberGenerator()
        var queue = TimerQueue<Int>()
        let times = (0..<500).map { _ in Int.random(in: 0..<100, using: &generator) }
        for time in times { _ = queue.add(due: start + .seconds(time), time) }
        var seen: [Int] = []
        while let time = queue.popDue(now: start + .seconds(1_000)) { seen.append(time) }
        #expect(seen == times.sorted())
        let next = queue.nextDue
        #expect(next == nil)
    }

    @Test func `nothing comes before its time`() {
        var queue = TimerQueue<String>()
        _ = queue.add(due: start + .seconds(2), "late")
        _ = queue.add(due: start + .seconds(1), "early")
        #expect(queue.popDue(now: start) == nil)
        #expect(queue.popDue(now: start + .seconds(1)) == "early")
        #expect(queue.popDue(now: start + .seconds(1)) == nil)
        let next = queue.nextDue
        #expect(next == start + .seconds(2))
    }

    @Test func `a cancelled timer never comes, many of them leave no trace`() {
        var queue = TimerQueue<Int>()
        let ids = (0..<1_000).map { queue.add(due: start + .seconds($0), $0) }
        for id in ids where id % 100 != 0 { queue.cancel(id) }
        queue.cancel(ids[5])
        var seen = 0
        while queue.popDue(now: start + .seconds(2_000)) != nil { seen += 1 }
        #expect(seen == 10)
    }
}
