package import AdminProtocol

/// One request's side of a session: who asks, under which name to log it, and the way back.
///
/// It holds for one request only. What a request may ask of its client besides is in
/// `Exchange+Inbound.swift`.
package struct Exchange: Sendable {
    package let peer: Peer
    /// The format in which this request's data lines are written.
    package let format: ReplyFormat
    /// The number of the request in its session, from 1. Lines refused as `BAD` count too.
    package let request: UInt64
    /// What an earlier answer of this session set, such as who has logged in.
    package let identity: (any Sendable)?
    let tag: String?
    let inbox: Inbox
    let outbox: Outbox
    let control: SessionControl
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
