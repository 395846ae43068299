internal import NIOCore

/// A connection that a listener has taken and nobody serves yet.
struct Connection: Sendable {
    let channel: NIOAsyncChannel<SessionInput, Never>
    let origin: Peer.Origin

    /// Prepares an accepted channel. To be called on its event loop.
    ///
    /// A channel that cannot be prepared is closed here, since nobody else knows of it.
    static func make(
        _ channel: any Channel, pressure: ServerLimits.ReadPressure
    ) -> EventLoopFuture<Connection> {
        let connection = Peer.Origin.of(channel).flatMapThrowing { origin in
            try channel.pipeline.syncOperations.addHandler(SessionGate())
            let wrapped = try NIOAsyncChannel<SessionInput, Never>(
                wrappingChannelSynchronously: channel,
                configuration: .init(backPressureStrategy: pressure))
            return Connection(channel: wrapped, origin: origin)
        }
        connection.whenFailure { _ in channel.close(promise: nil) }
        return connection
    }
}
