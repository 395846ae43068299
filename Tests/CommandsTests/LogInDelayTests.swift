import Commands
import Testing

@Suite struct LogInDelayTests {
    private let now = ContinuousClock.now

    @Test func failuresOfANameAreHeldBackLongerAndLonger() {
        var delays = LogInDelays()
        let all = (0..<12).map { _ in delays.begin("ann", from: "host", at: now) }
        #expect(all.prefix(3).allSatisfy { $0 == .zero })
        #expect(all[3] == .milliseconds(250))
        #expect(all[4] == .milliseconds(500))
        #expect(all[11] == LogInDelays.longest)
        #expect(delays.begin("bob", from: "host", at: now) == .zero)
        #expect(delays.begin("ann", from: "elsewhere", at: now) == .zero)
    }

    @Test func manyNamesFromOnePlaceAreHeldBackALittle() {
        var delays = LogInDelays()
        let all = (0..<40).map { delays.begin("name\($0)", from: "host", at: now) }
        #expect(all.prefix(20).allSatisfy { $0 == .zero })
        #expect(all[20] == .milliseconds(250))
        #expect(all[39] == LogInDelays.longestOfPlace)
        #expect(delays.begin("ann", from: "elsewhere", at: now) == .zero)
    }

    @Test func successAndTimeForget() {
        var delays = LogInDelays()
        for _ in 0..<10 { _ = delays.begin("ann", from: "host", at: now) }
        delays.succeed("ann", from: "host")
        #expect(delays.begin("ann", from: "host", at: now) == .zero)
        for _ in 0..<10 { _ = delays.begin("bob", from: "host", at: now) }
        let later = now + LogInDelays.memory + .seconds(1)
        #expect(delays.begin("bob", from: "host", at: later) == .zero)
    }

    @Test func manyNamesAreNotRememberedForEver() {
        var delays = LogInDelays()
        for number in 0..<(3 * LogInDelays.mostRemembered) {
            _ = delays.begin("name\(number)", from: "host\(number)", at: now)
        }
        #expect(delays.count <= LogInDelays.mostRemembered + 2)
    }
}
