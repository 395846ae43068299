/// The arguments that every write and every list takes. `Grammar.match` has judged them.
extension Request {
    /// `request=`: the token under which a write is done once.
    package var requestToken: String? { arguments["request"] }

    /// `dry-run=yes`.
    package var isDryRun: Bool { command.isWrite && arguments["dry-run"] == "yes" }

    package var reason: String? { arguments["reason"] }

    /// `if-version=N`: the version that the thing must have.
    package var ifVersion: Int? { arguments["if-version"].flatMap { Int($0) } }

    /// `limit=`, or the default.
    package var limit: Int {
        arguments["limit"].flatMap { Int($0) } ?? ProtocolLimits.defaultPage
    }

    /// `after=`: the `next=` of the page before.
    package var after: String? { arguments["after"] }
}
