/// Why a data line could not be sent.
package enum ExchangeError: Error, Sendable, Equatable {
    /// The client has closed the session, or took none of its replies for too long.
    case clientGone
    /// The request has been answered: its responder kept the exchange longer than it may.
    case answered
}
