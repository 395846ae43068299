package import Registry

/// A data line of a reply: what kind of thing, and its facts.
///
/// Example: `* organisation id=O-1 name="Pain Alliance West" country=IE version=1`
package struct DataLine: Sendable, Hashable {
    package var kind: String
    package var fields: [Field]

    package init(_ kind: String, _ fields: [Field] = []) {
        self.kind = kind
        self.fields = fields
    }

    /// Keys that JSON needs for the line itself. A training's kind is `training-kind`, a thing's
    /// status is `state`.
    package static let reservedKeys: Set<String> = ["kind", "status", "tag"]

    /// What is wrong with the line as a line: reserved, malformed or repeated keys. A mistake of
    /// the code, so tests ask for it; at run time the line is sent as it is.
    package var faults: [String] {
        var seen: Set<String> = []
        var faults = kind.utf8.isName ? [] : ["kind \(kind)"]
        for field in fields {
            if Self.reservedKeys.contains(field.key) { faults.append("reserved \(field.key)") }
            if !field.key.utf8.isName { faults.append("malformed \(field.key)") }
            if !seen.insert(field.key).inserted { faults.append("repeated \(field.key)") }
        }
        return faults
    }
}

extension DataLine {
    /// The value under the key, nil where the line has none.
    package func value(_ key: String) -> FieldValue? { fields.first { $0.key == key }?.value }
}

/// Building a line: an absent value is left out.
extension DataLine {
    package mutating func add(_ key: String, _ value: FieldValue?) {
        if let value { fields.append(Field(key, value)) }
    }

    package mutating func add(_ key: String, text: String?) {
        add(key, text.map(FieldValue.text))
    }

    /// A code or a typed id.
    package mutating func add(_ key: String, word: (some CustomStringConvertible)?) {
        add(key, word.map { .word($0.description) })
    }

    package mutating func add(_ key: String, integer: (some BinaryInteger)?) {
        add(key, integer.map { .integer(Int(clamping: $0)) })
    }

    package mutating func add(_ key: String, halves: HalfDays?) {
        add(key, halves.map { .halves($0.count) })
    }

    package mutating func add(_ key: String, boolean: Bool?) {
        add(key, boolean.map(FieldValue.boolean))
    }

    package mutating func add(_ key: String, list: [some CustomStringConvertible]?) {
        add(key, list.map { .list($0.map(\.description)) })
    }

    package mutating func add(_ key: String, date: CivilDate?) {
        add(key, date.map(FieldValue.date))
    }
}
