package import AdminProtocol

/// What a responder ends a request with. The session writes the final line, once.
package struct Answer: Sendable {
    package var final: Final
    /// The format from this final line on; nil leaves it as it is.
    package var format: ReplyFormat?
    /// Whether the session ends after this line. A `BYE` always ends it.
    package var closes: Bool

    package init(_ final: Final, format: ReplyFormat? = nil, closes: Bool = false) {
        self.final = final
        self.format = format
        self.closes = closes
    }
}
