/// One `key=value` of a reply, the value as text.
package struct ReplyPair: Sendable, Equatable {
    package let key: String
    package let value: String

    package init(_ key: String, _ value: String) {
        self.key = key
        self.value = value
    }
}
