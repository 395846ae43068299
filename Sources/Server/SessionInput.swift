internal import NIOCore

/// What reaches a session from its channel.
enum SessionInput: Sendable {
    case bytes(ByteBuffer)
    /// The session is to look at what has changed: somebody has told it to stop, say.
    case wake
}

/// Fired into a channel's pipeline to wake the session that waits for input.
struct SessionWake: Sendable {}
