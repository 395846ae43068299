/// A list that the server gives in pages: how the next one is asked for.
package struct ListPages: Sendable {
    private let tokens: [String]

    /// - Parameter request: the line as it was sent, without `after=`.
    package init(_ request: String) {
        tokens = RequestQuoting.tokens(of: request).filter { !$0.hasPrefix("after=") }
    }

    /// The request for what comes after a page; nil where that was the last.
    package func next(after outcome: Outcome) -> String? {
        guard outcome.status == .ok, outcome["more"] == "yes",
            let next = outcome["next"], let token = try? RequestQuoting.token("after=\(next)")
        else { return nil }
        return (tokens + [token]).joined(separator: " ")
    }
}
