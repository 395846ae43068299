package import AdminProtocol

/// What a responder ends a request with. The session writes the final line, once.
package struct Answer: Sendable {
    package var final: Final
    /// The format from this final line on; nil leaves it as it is.
    package var format: ReplyFormat?
    /// Whether the session ends after this line. A `BYE` always ends it.
    package var closes: Bool
    /// What the exchanges of this session carry from now on, such as who has logged in; nil leaves
    /// it as it is.
    package var identity: (any Sendable)?

    package init(
        _ final: Final, format: ReplyFormat? = nil, closes: Bool = false,
        identity: (any Sendable)? = nil
    ) {
        self.final = final
        self.format = format
        self.closes = closes
        self.identity = identity
    }
}
