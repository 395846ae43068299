extension Snapshot {
    /// Audits all events of this moment, a page and a block in memory at a time.
    ///
    /// - Parameters:
    ///   - head: a head hash that was kept elsewhere, to be found among the blocks.
    ///   - progress: told from time to time how many events were seen.
    ///   - tell: told of each breach.
    package func audit(
        head: EventBlock.Hash?, progress: (Int) async throws -> Void,
        tell: (EventAudit.Breach) async throws -> Void
    ) async throws -> EventAudit {
        var audit = EventAudit(head: head)
        while let block = try await block(after: audit.blocks) {
            for breach in audit.begin(block) { try await tell(breach) }
            guard let end = audit.end else { continue }
            try await read(after: audit.position, upTo: end, progress) {
                for breach in audit.see($0) { try await tell(breach) }
                return audit.events
            }
            for breach in audit.endBlock() { try await tell(breach) }
        }
        try await read(after: audit.position, upTo: nil, progress) {
            for breach in audit.seeUnsealed($0) { try await tell(breach) }
            return audit.events
        }
        return audit
    }

    /// - Parameter see: gives how many events were seen.
    private func read(
        after position: Int64, upTo last: Int64?, _ progress: (Int) async throws -> Void,
        see: (AuditedEvent) async throws -> Int
    ) async throws {
        var position = position
        while true {
            let page = try await audited(after: position, upTo: last, limit: EventLimits.inPage)
            for event in page {
                position = event.event.serial
                let seen = try await see(event)
                if seen.isMultiple(of: EventLimits.progress) { try await progress(seen) }
            }
            if page.count < EventLimits.inPage { return }
            try Task.checkCancellation()
        }
    }
}
