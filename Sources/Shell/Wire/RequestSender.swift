import NIOCore

/// The sending half of a conversation.
package struct RequestSender: Sendable {
    let endpoint: Endpoint
    let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>

    /// Sends one line; waits while the server does not take it.
    package func send(_ line: [UInt8]) async throws {
        var buffer = ByteBuffer(bytes: line)
        buffer.writeInteger(UInt8(ascii: "\n"))
        do {
            try await outbound.write(buffer)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw ShellFailure.lost(endpoint)
        }
    }
}
