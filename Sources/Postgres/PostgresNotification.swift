/// What NOTIFY sent.
package struct PostgresNotification: Sendable, Hashable {
    package let channel: String
    package let payload: String

    package init(channel: String, payload: String) {
        self.channel = channel
        self.payload = payload
    }
}

extension PostgresConnection {
    /// Listens on these channels. Notifications are hints: whoever gets one looks at the tables,
    /// and looks again after every reconnect, for none is kept while nobody listens.
    func listen(
        to channels: [String], _ receive: @escaping @Sendable (PostgresNotification) -> Void
    ) async throws(PostgresError) {
        onNotification = receive
        _ = try await pipeline(
            channels.map { channel in
                let quoted = channel.split(separator: "\"", omittingEmptySubsequences: false)
                    .joined(separator: "\"\"")
                return Query(sql: "LISTEN \"\(quoted)\"")
            })
    }
}
