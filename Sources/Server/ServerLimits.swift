internal import AdminProtocol
internal import NIOCore

/// What one server allows its clients, all in one place.
///
/// Each number bounds something that a client could otherwise hold for ever: a session, a buffer,
/// a descriptor, the end of the process. The defaults are those of the protocol contract where it
/// names one.
package struct ServerLimits: Sendable, Equatable {
    /// Sessions open at once, over all listeners. One more gets `BYE too-many-sessions`.
    package var maxSessions = 1_000
    /// `BAD` replies one after another before `BYE too-many-errors`. Any other answer resets it.
    package var maxErrors = ProtocolLimits.maxErrors
    /// How long a session may stay without a request under way before `BYE idle`.
    package var idle: Duration = .seconds(3_600)
    /// How long a client may take none of the replies that wait for it before it is closed.
    package var writeStall: Duration = .seconds(300)
    /// How long requests under way get at shutdown before their sessions are closed hard.
    package var shutdownGrace: Duration = .seconds(10)
    /// How long the server listens on after its last word, so that the client can still read it.
    ///
    /// A socket closed while unread input waits is reset, and a reset may overtake the `BYE`.
    package var linger: Duration = .seconds(1)
    /// Connections that linger at once. One more is closed without waiting.
    package var maxLingering = 100
    /// Bytes of replies that may wait for one client before its session stops working for it.
    package var outboxBytes = 65_536
    /// Bytes of replies that may wait for one client while it sends a block and need not read.
    package var heldBytes = 16 * 1_024 * 1_024
    /// Bytes of one read. With `readsAtOnce` it bounds what a session holds of undone requests:
    /// one line under construction and a few reads.
    package var readBytes = 16_384
    /// Reads taken from the socket before the session must have asked for more.
    package var readsAtOnce = 2
    /// Connections the kernel may hold for a listener until they are accepted.
    package var backlog: Int32 = 512

    /// The defaults.
    package init() {}
}

extension ServerLimits {
    /// The smallest read that makes sense. A setting below it is raised.
    private static let minReadBytes = 512

    /// Reads grow from small to the limit, so that a session that types costs little.
    var receiveAllocator: AdaptiveRecvByteBufferAllocator {
        let most = max(readBytes, Self.minReadBytes)
        return AdaptiveRecvByteBufferAllocator(
            minimum: Self.minReadBytes, initial: min(2 * Self.minReadBytes, most), maximum: most)
    }

    /// The strategy by which a session that does not keep up is not read from.
    typealias ReadPressure = NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark

    var readPressure: ReadPressure {
        ReadPressure(lowWatermark: 1, highWatermark: max(readsAtOnce, 1))
    }
}
