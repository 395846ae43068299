/// Why the shell itself cannot go on, as opposed to a reply that says no.
///
/// The message is shown as it is: one or two sentences, the last of which says what to do.
package struct ShellFailure: Error, Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case usage
        case cannotConnect
        case lost
        /// The server ended the conversation with `BYE` before anything was asked.
        case sentAway
        /// The server does not believe who we are, or we do not believe the server.
        case logInRefused
        /// Nobody reads our output any more (`licentia … | head`): not worth a word.
        case outputClosed
        /// The output takes nothing, as when a disk is full.
        case outputFailed
    }

    package let kind: Kind
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var exitStatus: ShellStatus {
        switch kind {
        case .usage: .misunderstood
        case .logInRefused: .refused
        default: .disconnected
        }
    }

    /// Whether another connection may mend it.
    var isOfConnection: Bool { [.cannotConnect, .lost, .sentAway].contains(kind) }

    /// The connection ended between a request and the end of its reply.
    static func lost(_ endpoint: Endpoint) -> ShellFailure {
        ShellFailure(
            .lost,
            "the connection to \(endpoint) was lost before the answer came. Whether the request "
                + "was done is not known: look before you send it again (or send it with "
                + "request=TOKEN, which is safe to repeat).")
    }
}
