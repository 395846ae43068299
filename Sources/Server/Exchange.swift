package import AdminProtocol

/// One request's side of a session: who asks, under which name to log it, and the way back.
///
/// It holds for one request only. Needs that come later fit in here as further methods, since all
/// of them go through the session that made the exchange: the inbound block of an `import`, the raw
/// lines of a log-in, and waiting for the next line in `event watch`.
package struct Exchange: Sendable {
    package let peer: Peer
    /// The format in which this request's data lines are written.
    package let format: ReplyFormat
    /// The number of the request in its session, from 1. Lines refused as `BAD` count too.
    package let request: UInt64
    let tag: String?
    let outbox: Outbox
    let ledger: SessionLedger

    /// The name of the request in the log, unique while the process lives: `s12-4` is the fourth
    /// request of session 12.
    package var requestID: String { "s\(peer.session)-\(request)" }

    /// How many sessions are open on all listeners, this one included.
    package var liveSessions: Int { ledger.count }

    /// Sends one data line, under the request's tag.
    ///
    /// Waits while the client has too many replies unread; nothing is lost or reordered. Lines are
    /// collected and written together, so many short ones cost little.
    ///
    /// - Throws: `clientGone` when nobody is left to read. A read may stop then. A write must not
    ///   be undone for it: the client will ask again.
    nonisolated(nonsending) package func send(_ line: DataLine) async throws(ExchangeError) {
        let encoder = ReplyEncoder(format: format)
        let isFull = try outbox.append(during: request) { bytes in
            encoder.encode(line, tag: tag, into: &bytes)
        }
        if isFull { await outbox.waitForRoom() }
    }
}
