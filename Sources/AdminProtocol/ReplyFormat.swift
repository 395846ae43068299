/// How replies are written. A session begins with text and switches by `format`.
package enum ReplyFormat: String, Sendable, CaseIterable {
    case text
    case json
}
