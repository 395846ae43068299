import Testing

@testable import Postgres

@Suite struct GateTests {
    private func admitted(_ gate: inout Gate) -> [RequestID] {
        var ids: [RequestID] = []
        while let (id, _) = gate.admit() { ids.append(id) }
        return ids
    }

    @Test func `segments enter together up to the limit`() {
        var gate = Gate(limit: 2)
        for id in 1...3 as ClosedRange<RequestID> { gate.ask(id, as: .segment) }
        #expect(admitted(&gate) == [1, 2])
        gate.segmentLeft()
        #expect(admitted(&gate) == [3])
    }

    @Test func `an exclusive one waits for the segments, and later segments for it`() {
        var gate = Gate(limit: 9)
        gate.ask(1, as: .segment)
        gate.ask(2, as: .exclusive)
        gate.ask(3, as: .segment)
        #expect(admitted(&gate) == [1])
        gate.segmentLeft()
        #expect(admitted(&gate) == [2])
        #expect(gate.isExclusive)
        gate.exclusiveLeft()
        #expect(admitted(&gate) == [3])
    }

    @Test func `two exclusive ones go one after the other`() {
        var gate = Gate(limit: 9)
        gate.ask(1, as: .exclusive)
        gate.ask(2, as: .exclusive)
        #expect(admitted(&gate) == [1])
        gate.exclusiveLeft()
        #expect(admitted(&gate) == [2])
        gate.exclusiveLeft()
        #expect(gate.isEmpty)
    }

    @Test func `nobody enters while it is held, by one or by two`() {
        var gate = Gate(limit: 9)
        gate.ask(1, as: .segment)
        gate.hold()
        gate.hold()
        #expect(admitted(&gate) == [])
        gate.release()
        #expect(admitted(&gate) == [])
        gate.release()
        #expect(admitted(&gate) == [1])
    }

    @Test func `one that gives up lets the next go ahead`() {
        var gate = Gate(limit: 9)
        gate.ask(1, as: .segment)
        _ = admitted(&gate)
        gate.ask(2, as: .exclusive)
        gate.ask(3, as: .segment)
        gate.giveUp(2)
        gate.giveUp(99)
        #expect(admitted(&gate) == [3])
    }
}
