import Postgres
import Registry
import Schema

/// An event as an audit sees it.
package struct AuditedEvent: Sendable, Equatable {
    /// The digest is made anew, from what the row holds now.
    package var event: EventDigest
    /// Whether the row carries that digest; nil where it carries none.
    package var isAsWritten: Bool?
    /// The people of whom something else is kept beside it than it was bound to.
    package var strangers: [String]
    /// Every transaction below this number had ended when it was read.
    package var horizon: Int64

    package init(
        event: EventDigest, isAsWritten: Bool? = true, strangers: [String] = [],
        horizon: Int64 = 0
    ) {
        self.event = event
        self.isAsWritten = isAsWritten
        self.strangers = strangers
        self.horizon = horizon
    }
}

extension Snapshot {
    /// Events after a serial, up to `last` where it is given, in their order.
    func audited(
        after serial: Int64, upTo last: Int64? = nil, limit: Int
    ) async throws -> [AuditedEvent] {
        try await rows(SQL.eventAudit, serial, last, limit).map { row in
            var columns = Columns(row)
            return AuditedEvent(
                event: EventDigest(serial: try columns.value(), digest: try columns.value()),
                isAsWritten: try columns.value(), strangers: try columns.value(),
                horizon: try columns.value())
        }
    }

    /// The first block after a number, nil where there is none.
    func block(after number: Int64) async throws -> EventBlock? {
        guard let row = try await rows(SQL.eventBlockNext, number).first else { return nil }
        var columns = Columns(row)
        let number = try columns.value(Int64.self)
        let serials = try columns.value([Int64].self)
        let digests = try columns.value([UInt8].self)
        let length = EventBlock.origin.count
        let parts = stride(from: 0, to: digests.count, by: length).map {
            Array(digests[$0..<min($0 + length, digests.count)])
        }
        return EventBlock(
            number: number, serials: serials, digests: parts,
            lastSerial: try columns.value(), hash: try columns.value())
    }
}
