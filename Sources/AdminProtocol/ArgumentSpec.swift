/// One argument of a command.
package struct ArgumentSpec: Sendable, Hashable {
    package var name: String
    package var type: ArgumentType
    package var isRequired: Bool
    /// Whether the one token without a key is this argument.
    package var isSubject: Bool
    /// Whether `name=""` is taken: it clears a field, or is the list of nothing.
    package var allowsEmpty: Bool
    /// A phrase for `help`.
    package var summary: String

    package init(
        _ name: String, _ type: ArgumentType, isRequired: Bool = false, isSubject: Bool = false,
        allowsEmpty: Bool = false, _ summary: String
    ) {
        self.name = name
        self.type = type
        self.isRequired = isRequired
        self.isSubject = isSubject
        self.allowsEmpty = allowsEmpty
        self.summary = summary
    }
}

/// The arguments that many commands share.
extension ArgumentSpec {
    /// `limit=` and `after=` of every list.
    package static let paging: [ArgumentSpec] = [
        ArgumentSpec(
            "limit", .integer(1...ProtocolLimits.maxPage),
            "how many lines at most (\(ProtocolLimits.defaultPage))"),
        ArgumentSpec("after", .text, "go on after this: next= of the page before"),
    ]

    /// What every write takes besides its own arguments.
    static let ofWrites: [ArgumentSpec] = [
        ArgumentSpec(
            "request", .requestToken,
            "a token of yours: the same line sent again under it is done once"),
        ArgumentSpec("dry-run", .boolean, "yes: do everything, answer, and take it back"),
        ArgumentSpec("reason", .text, "why, kept in the event"),
    ]

    /// What a write of an existing thing takes too.
    static let ofChanges = ArgumentSpec(
        "if-version", .integer(1...Int.max), "only if the thing is still at this version")
}
