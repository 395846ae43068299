/// JSON text, kept as it is; a parameter of it is `jsonb`.
package struct PostgresJSON: Sendable, Hashable {
    package var text: String

    package init(_ text: String) {
        self.text = text
    }
}

extension String: PostgresEncodable, PostgresDecodable {
    package static var oid: UInt32 { PostgresType.text }

    package func encode(into buffer: inout ParameterBuffer) {
        buffer.append(utf8)
    }

    /// Reads any text type, an enum, JSON, or whatever type in text format.
    package init(_ cell: PostgresCell) throws(PostgresError) {
        guard cell.isText || PostgresType.isText(cell.type) else {
            guard cell.type == PostgresType.jsonb else { throw cell.failure("text") }
            self = try PostgresJSON(cell).text
            return
        }
        self = try cell.text("text")
    }
}

extension PostgresJSON: PostgresEncodable, PostgresDecodable {
    /// The only version of jsonb's binary form so far; it leads the text.
    private static let version: UInt8 = 1

    package static var oid: UInt32 { PostgresType.jsonb }

    package func encode(into buffer: inout ParameterBuffer) {
        buffer.append(Self.version)
        buffer.append(text.utf8)
    }

    package init(_ cell: PostgresCell) throws(PostgresError) {
        let wanted = "JSON"
        var bytes = try cell.required(wanted)
        if !cell.isText, cell.type == PostgresType.jsonb {
            guard bytes.popFirst() == Self.version else { throw cell.failure(wanted) }
        } else if cell.type != PostgresType.json, cell.type != PostgresType.jsonb {
            throw cell.failure(wanted)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw cell.failure("\(wanted): broken UTF-8")
        }
        self.text = text
    }
}
