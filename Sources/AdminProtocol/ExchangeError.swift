/// Why a request could not send to its client, or get from it what it asked for.
package enum ExchangeError: Error, Sendable, Hashable {
    /// The client has closed the session, or took none of its replies for too long.
    case clientGone
    /// The request has been answered: its responder kept the exchange longer than it may.
    case answered
    /// The session has to end: the server stops, or the client was silent for too long.
    case stopping
    /// The request reads already, in another task or in a block that has not ended.
    case reading
    /// The line that came is none: too long, not UTF-8, or with a control character.
    case malformed(BadCode)
    /// The block was longer than it may be. It was read to its end and forgotten.
    case blockTooLong(limit: Int)
}
