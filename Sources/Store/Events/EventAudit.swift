/// Holds events against the blocks that seal them, in the order of both. Pure: it is shown what
/// there is, and says what is wrong.
package struct EventAudit: Sendable {
    package private(set) var events = 0
    package private(set) var unsealed = 0
    package private(set) var blocks: Int64 = 0
    /// The hash of the last block; nil where nothing is sealed.
    package private(set) var head: EventBlock.Hash?
    /// Up to here events were held against blocks.
    package private(set) var position = Int64.min
    /// Whether the hash that was kept elsewhere is that of a block; nil where none was given.
    package private(set) var knowsHead: Bool?

    private let keptHead: EventBlock.Hash?
    /// The block that the next events are held against; nil where there is none to trust.
    private var block: EventBlock?
    private var place = 0
    /// A block before this one is missing or altered: what it sealed cannot be told.
    private var isBlind = false

    /// - Parameter head: a head hash that was kept elsewhere.
    package init(head: EventBlock.Hash? = nil) {
        keptHead = head
        knowsHead = head.map { _ in false }
    }

    /// The next block begins. Its hash is made anew over that of the block before; where a block is
    /// missing there is nothing to hold the next one against, so that only the gap is told. Gives
    /// nothing but breaches where it cannot be trusted: then its events are seen with the next.
    package mutating func begin(_ next: EventBlock) -> [Breach] {
        defer { (blocks, head) = (next.number, next.hash) }
        (block, place) = (next, 0)
        var breaches: [Breach] = []
        if next.number != blocks + 1 {
            isBlind = true
            breaches = [Breach(.removed, block: blocks + 1)]
        } else if next.hash != next.sealedHash(after: head ?? EventBlock.origin)
            || next.lastSerial != next.serials.last
        {
            (block, isBlind) = (nil, true)
            return [Breach(.altered, block: next.number)]
        }
        if keptHead == next.hash { knowsHead = true }
        return breaches
    }

    /// Up to which serial events are to be seen now; nil where the block is not to be trusted.
    package var end: Int64? { block?.lastSerial }

    /// The next event, at or before the end of the block that began.
    package mutating func see(_ seen: AuditedEvent) -> [Breach] {
        events += 1
        var breaches = passing(below: seen.event.serial)
        position = seen.event.serial
        var own = Self.own(seen)
        if let block {
            if place < block.serials.count, block.serials[place] == seen.event.serial {
                if block.digests[place] != seen.event.digest { own = .altered }
                place += 1
            } else if place > 0 || !isBlind {
                own = .inserted
            }
        }
        if let own { breaches.append(Breach(own, event: seen.event.serial)) }
        breaches += seen.strangers.map {
            Breach(.altered, event: seen.event.serial, person: $0)
        }
        return breaches
    }

    /// The block ends: what it seals and was not seen is missing.
    package mutating func endBlock() -> [Breach] {
        guard let ended = block else { return [] }
        let breaches = passing(below: .max)
        position = max(position, ended.lastSerial)
        (block, isBlind) = (nil, false)
        return breaches
    }

    /// An event after the last block: it has nothing but its own digest to be held against.
    package mutating func seeUnsealed(_ seen: AuditedEvent) -> [Breach] {
        block = nil
        unsealed += 1
        return see(seen)
    }

    private mutating func passing(below serial: Int64) -> [Breach] {
        guard let block else { return [] }
        var missing: [Breach] = []
        while place < block.serials.count, block.serials[place] < serial {
            missing.append(Breach(.removed, event: block.serials[place]))
            place += 1
        }
        return missing
    }

    /// What the row's own digest says of it.
    private static func own(_ seen: AuditedEvent) -> Breach.What? {
        switch seen.isAsWritten {
        case true: nil
        case false: .altered
        case nil: .inserted
        }
    }
}

extension EventAudit {
    /// One thing that is not as it was recorded.
    package struct Breach: Sendable, Hashable {
        package enum What: String, Sendable {
            /// It holds something else than was recorded or sealed.
            case altered
            /// It was sealed and is not there.
            case removed
            /// It is there and nobody recorded or sealed it.
            case inserted
        }

        package var what: What
        package var event: Int64?
        package var block: Int64?
        /// The person of whom something else is kept beside the event, such as `P-1`.
        package var person: String?

        package init(
            _ what: What, event: Int64? = nil, block: Int64? = nil, person: String? = nil
        ) {
            self.what = what
            self.event = event
            self.block = block
            self.person = person
        }
    }
}
