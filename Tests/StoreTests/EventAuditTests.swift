import Store
import Testing

/// The audit by itself, without a database.
@Suite struct EventAuditTests {
    private static func event(_ serial: Int64, _ mark: UInt8 = 0) -> AuditedEvent {
        AuditedEvent(
            event: EventDigest(serial: serial, digest: Array(repeating: mark, count: 32)))
    }

    /// Blocks of these serials, one over the other.
    private static func chain(_ serials: [[Int64]]) -> [EventBlock] {
        var blocks: [EventBlock] = []
        for (index, block) in serials.enumerated() {
            blocks.append(
                EventBlock(
                    sealing: block.map { event($0).event }, number: Int64(index + 1),
                    after: blocks.last?.hash ?? EventBlock.origin))
        }
        return blocks
    }

    private static func audit(
        _ blocks: [EventBlock], _ events: [AuditedEvent], head: EventBlock.Hash? = nil
    ) -> (EventAudit, [EventAudit.Breach]) {
        var audit = EventAudit(head: head)
        var breaches: [EventAudit.Breach] = []
        for block in blocks {
            breaches += audit.begin(block)
            guard let end = audit.end else { continue }
            let position = audit.position
            for event in events
            where event.event.serial > position && event.event.serial <= end {
                breaches += audit.see(event)
            }
            breaches += audit.endBlock()
        }
        let position = audit.position
        for event in events where event.event.serial > position {
            breaches += audit.seeUnsealed(event)
        }
        return (audit, breaches)
    }

    private static let blocks = chain([[1, 2, 4], [5, 7]])
    private static let events = [1, 2, 4, 5, 7, 8].map { event($0) }

    @Test func findsNothingWhereNothingIs() {
        let (audit, breaches) = Self.audit(Self.blocks, Self.events)
        #expect(breaches == [])
        #expect(audit.events == 6)
        #expect(audit.unsealed == 1)
        #expect(audit.blocks == 2)
        #expect(audit.head == Self.blocks[1].hash)
        #expect(audit.knowsHead == nil)
    }

    @Test func namesEvents() {
        var events = Self.events
        events[1] = Self.event(2, 9)
        events.remove(at: 3)
        events.insert(Self.event(3), at: 2)
        events[5].isAsWritten = nil
        let (_, breaches) = Self.audit(Self.blocks, events)
        #expect(
            breaches == [
                .init(.altered, event: 2), .init(.inserted, event: 3), .init(.removed, event: 5),
                .init(.inserted, event: 8),
            ])
    }

    @Test func namesAnAlteredBlock() {
        var blocks = Self.blocks
        blocks[0].digests[0][0] = 1
        let (audit, breaches) = Self.audit(blocks, Self.events, head: blocks[0].hash)
        #expect(breaches == [.init(.altered, block: 1)])
        #expect(audit.knowsHead == false)
    }

    /// Who makes the hash of a block anew breaks the one after it; who makes them all anew cannot
    /// give the head that was kept elsewhere.
    @Test func seesThroughAnotherChain() {
        var other = Self.blocks
        other[0] = EventBlock(
            sealing: [Self.event(1).event], number: 1, after: EventBlock.origin)
        #expect(Self.audit(other, Self.events).1.contains(.init(.altered, block: 2)))
        let whole = Self.chain([[1, 2], [5, 7]])
        let events = [1, 2, 5, 7].map { Self.event($0) }
        let (audit, breaches) = Self.audit(whole, events, head: Self.blocks[1].hash)
        #expect(breaches == [])
        #expect(audit.knowsHead == false)
        #expect(Self.audit(Self.blocks, Self.events, head: Self.blocks[0].hash).0.knowsHead == true)
    }

    @Test func namesARemovedBlockAndNotItsEvents() {
        let blocks = Self.chain([[1, 2], [3, 4], [5]])
        let events = (1...5).map { Self.event($0) }
        let (_, breaches) = Self.audit([blocks[0], blocks[2]], events)
        #expect(breaches == [.init(.removed, block: 2)])
    }
}
