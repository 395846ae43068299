/// One data line of a reply: `* kind key=value …`.
package struct DataRow: Sendable, Equatable {
    package let kind: String
    package let fields: [ReplyPair]

    package init(kind: String, fields: [ReplyPair]) {
        self.kind = kind
        self.fields = fields
    }

    /// The value under a key; nil where the line does not have it.
    package subscript(_ key: String) -> String? {
        fields.first { $0.key == key }?.value
    }
}

extension DataRow: Sequence {
    package func makeIterator() -> IndexingIterator<[ReplyPair]> { fields.makeIterator() }
}
