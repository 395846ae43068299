import NIOCore

/// The sending half of a conversation.
package struct RequestSender: Sendable {
    let endpoint: Endpoint
    let channel: any Channel
    let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>

    /// Sends one line; waits while the server does not take it.
    package func send(_ line: [UInt8]) async throws {
        try await send(raw: line + [UInt8(ascii: "\n")])
    }

    /// Closes the connection: what is under way on it is lost.
    func hangUp() {
        channel.close(promise: nil)
    }

    /// Sends bytes as they are; waits while the server does not take them.
    func send(raw bytes: [UInt8]) async throws {
        do {
            try await outbound.write(ByteBuffer(bytes: bytes))
        } catch let error as CancellationError {
            throw error
        } catch {
            throw ShellFailure.lost(endpoint)
        }
    }
}
