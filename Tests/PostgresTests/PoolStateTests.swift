import Testing

@testable import Postgres

@Suite struct PoolStateTests {
    private typealias State = PoolState<Int, String>

    /// What leasing led to, in a word.
    private func lease(_ state: inout State, usable: Set<Int> = Set(0...9)) -> String {
        switch state.lease(isUsable: { usable.contains($0) }) {
        case .use(let connection): "use \(connection)"
        case .connect: "connect"
        case .wait: "wait"
        case .refuse(let reason): "\(reason)"
        }
    }

    @Test func `makes connections up to the limit, then lets wait, then refuses`() {
        var state = State(limit: 2, mostWaiting: 1)
        #expect(lease(&state) == "connect")
        #expect(lease(&state) == "connect")
        #expect(lease(&state) == "wait")
        state.wait(1, "anna")
        #expect(lease(&state) == "tooManyWait")
        #expect(state.leased == 2)
    }

    @Test func `what comes back goes to the one who has waited longest`() {
        var state = State(limit: 1, mostWaiting: 9)
        _ = lease(&state)
        state.wait(1, "anna")
        state.wait(2, "ben")
        #expect(state.giveBack(7) == "anna")
        #expect(state.giveBack(nil) == "ben")
        #expect(state.giveBack(7) == nil)
        #expect(state.leased == 0)
        #expect(lease(&state) == "use 7")
    }

    @Test func `one who gives up is passed over, and cannot be granted as well`() {
        var state = State(limit: 1, mostWaiting: 9)
        _ = lease(&state)
        state.wait(1, "anna")
        state.wait(2, "ben")
        #expect(state.giveUp(1) == "anna")
        #expect(state.giveUp(1) == nil)
        #expect(state.giveBack(7) == "ben")
        #expect(state.giveUp(2) == nil)
        #expect(state.giveBack(7) == nil)
    }

    @Test func `idle connections that broke are dropped`() {
        var state = State(limit: 2, mostWaiting: 9)
        _ = lease(&state)
        _ = lease(&state)
        _ = state.giveBack(1)
        _ = state.giveBack(2)
        #expect(lease(&state, usable: [1]) == "use 1")
        #expect(lease(&state, usable: []) == "connect")
    }

    @Test func `a closed pool refuses, and keeps nothing that comes back`() {
        var state = State(limit: 2, mostWaiting: 9)
        _ = lease(&state)
        _ = lease(&state)
        _ = state.giveBack(1)
        state.wait(1, "anna")
        let (connections, waiters) = state.close()
        #expect(connections == [1])
        #expect(waiters == ["anna"])
        #expect(lease(&state) == "closed")
        #expect(state.giveBack(2) == nil)
        #expect(state.close().connections == [])
        #expect(state.leased == 0)
    }
}
