internal import AdminProtocol

/// Why a session is told to end from outside.
enum StopReason: Sendable {
    case shutdown
    case idle

    /// The last word to the client.
    var final: Final {
        switch self {
        case .shutdown:
            .bye(code: .shutdown, message: "The server is stopping. Connect again later.")
        case .idle:
            .bye(code: .idle, message: "No request came for too long. Connect again when needed.")
        }
    }
}
