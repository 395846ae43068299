package import AdminProtocol

/// What a command answers: data lines in order, then the final line.
package struct Reply: Sendable, Equatable {
    package var lines: [DataLine]
    package var final: Final
    /// The format that the session speaks from this reply on.
    package var format: ReplyFormat?
    /// Whether the session ends after this reply.
    package var closes = false
    /// Whom the session is of from this reply on: a log-in.
    package var account: Account?

    package init(_ lines: [DataLine] = [], final: Final = .ok) {
        self.lines = lines
        self.final = final
    }
}

extension Reply {
    /// A page of a list: the lines, and where the next page begins if there is one.
    ///
    /// - Parameter rows: one more than `limit` where there is more.
    package init<Row>(page rows: [Row], limit: Int, next: (Row) -> String, line: (Row) -> DataLine)
    {
        let shown = rows.prefix(limit)
        self.init(shown.map(line))
        if rows.count > limit, let last = shown.last {
            final = .ok([Field("more", .boolean(true)), Field("next", .word(next(last)))])
        }
    }
}
