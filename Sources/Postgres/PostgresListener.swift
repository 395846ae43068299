package import Logging

/// What a listener tells.
package enum PostgresListenerEvent: Sendable, Hashable {
    /// Listening began, or began again: look at the tables.
    case connected
    case notification(PostgresNotification)
}

/// Listens on a connection of its own, and reconnects when it is lost.
package struct PostgresListener: Sendable {
    private let configuration: PostgresConfiguration
    private let channels: [String]
    private let logger: Logger

    package init(_ configuration: PostgresConfiguration, channels: [String], logger: Logger) {
        self.configuration = configuration
        self.channels = channels
        self.logger = logger
    }

    /// The events, until the reading task is cancelled. Where the reader is slow the oldest
    /// notifications go: they are hints, and `connected` was told before them.
    package func events() -> AsyncStream<PostgresListenerEvent> {
        let limit = AsyncStream<PostgresListenerEvent>.Continuation.BufferingPolicy
            .bufferingNewest(PostgresLimits.notifications)
        return AsyncStream(bufferingPolicy: limit) { stream in
            let task = Task { await follow(stream) }
            stream.onTermination = { _ in task.cancel() }
        }
    }

    private func follow(_ stream: AsyncStream<PostgresListenerEvent>.Continuation) async {
        var wait = PostgresLimits.backoffFirst
        while !Task.isCancelled {
            do throws(PostgresError) {
                let connection = try await PostgresConnection.connect(
                    configuration, logger: logger)
                try await connection.listen(to: channels) { stream.yield(.notification($0)) }
                stream.yield(.connected)
                wait = PostgresLimits.backoffFirst
                await Self.untilLost(connection)
            } catch {
                logger.debug("no listening", metadata: ["code": "\(error.code.rawValue)"])
            }
            try? await Task.sleep(for: wait * Double.random(in: 0.5...1))
            wait = min(wait * 2, PostgresLimits.backoffLongest)
        }
        stream.finish()
    }

    private static func untilLost(_ connection: PostgresConnection) async {
        await withTaskCancellationHandler {
            await connection.untilLost()
        } onCancel: {
            Task { await connection.close() }
        }
    }
}
