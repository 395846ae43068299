/// Every limit of the protocol, in one place.
package enum ProtocolLimits {
    /// Bytes of a request line with its terminator.
    package static let maxLine = 65_536
    /// Characters of a tag after its `@`.
    package static let maxTag = 32
    /// Unicode scalars of a `request=` token.
    package static let maxRequestToken = 64
    /// Unicode scalars of a free text. The database indexes some, and index rows have an end.
    package static let maxText = 1_000
    /// Unicode scalars of an external id, which is indexed.
    package static let maxExternalID = 200
    /// Bytes of an e-mail address (RFC 5321, section 4.5.3.1.3, without the brackets).
    package static let maxEmail = 254
    /// Words that a command may have, and that a suggestion looks at.
    package static let maxCommandWords = 4
    /// Characters of a symbolic word or a language tag.
    package static let maxWord = 64
    /// Elements of one list.
    package static let maxListElements = 5_000
    /// Lines of a list that says no `limit`.
    package static let defaultPage = 100
    /// The most lines that `limit` may ask for.
    package static let maxPage = 1_000
    /// Bytes of a client's own text that a message repeats, and that a suggestion looks at.
    package static let maxEcho = 40
    /// Bytes of a block (`import`), its closing line included.
    package static let maxBlock = 256 * 1_024 * 1_024
    /// `BAD` replies one after another before the server says `BYE too-many-errors`.
    package static let maxErrors = 200
}
