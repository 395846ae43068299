/// One `key=value` of a reply.
package struct Field: Sendable, Hashable {
    package var key: String
    package var value: FieldValue

    package init(_ key: String, _ value: FieldValue) {
        self.key = key
        self.value = value
    }
}
