/// What can stand in an array that is one value to PostgreSQL.
///
/// `UInt8` is here too: an array of it is a `bytea`.
package protocol PostgresArrayElement: Sendable {
    static var arrayOID: UInt32 { get }
    static func encodeArray(_ array: [Self], into buffer: inout ParameterBuffer)
    static func decodeArray(_ cell: PostgresCell) throws(PostgresError) -> [Self]
}

/// An element that is also a value by itself, and so can be NULL inside an array.
package protocol PostgresPlainElement: PostgresArrayElement, PostgresEncodable, PostgresDecodable {}

extension PostgresPlainElement {
    package static func encodeArray(_ array: [Self], into buffer: inout ParameterBuffer) {
        ArrayFormat.encode(array.lazy.map(Optional.init), of: Self.self, into: &buffer)
    }

    package static func decodeArray(_ cell: PostgresCell) throws(PostgresError) -> [Self] {
        var values: [Self] = []
        try ArrayFormat.decode(cell) { element throws(PostgresError) in
            values.append(try Self(element))
        }
        return values
    }
}

extension Optional: PostgresArrayElement where Wrapped: PostgresPlainElement {
    package static var arrayOID: UInt32 { Wrapped.arrayOID }

    package static func encodeArray(_ array: [Self], into buffer: inout ParameterBuffer) {
        ArrayFormat.encode(array, of: Wrapped.self, into: &buffer)
    }

    package static func decodeArray(_ cell: PostgresCell) throws(PostgresError) -> [Self] {
        var values: [Self] = []
        try ArrayFormat.decode(cell) { element throws(PostgresError) in
            values.append(try Self(element))
        }
        return values
    }
}

extension UInt8: PostgresArrayElement {
    package static var arrayOID: UInt32 { PostgresType.bytea }

    package static func encodeArray(_ array: [UInt8], into buffer: inout ParameterBuffer) {
        buffer.append(array)
    }

    package static func decodeArray(_ cell: PostgresCell) throws(PostgresError) -> [UInt8] {
        guard cell.type == PostgresType.bytea, !cell.isText else { throw cell.failure("bytes") }
        return Array(try cell.required("bytes"))
    }
}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
    package static var oid: UInt32 { Element.arrayOID }

    package func encode(into buffer: inout ParameterBuffer) {
        Element.encodeArray(self, into: &buffer)
    }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
    package init(_ cell: PostgresCell) throws(PostgresError) {
        self = try Element.decodeArray(cell)
    }
}

extension Bool: PostgresPlainElement {
    package static var arrayOID: UInt32 { PostgresType.boolArray }
}

extension Int16: PostgresPlainElement {
    package static var arrayOID: UInt32 { PostgresType.int2Array }
}

extension Int32: PostgresPlainElement {
    package static var arrayOID: UInt32 { PostgresType.int4Array }
}

extension Int64: PostgresPlainElement {
    package static var arrayOID: UInt32 { PostgresType.int8Array }
}

extension Int: PostgresPlainElement {
    package static var arrayOID: UInt32 { PostgresType.int8Array }
}

extension Double: PostgresPlainElement {
    package static var arrayOID: UInt32 { PostgresType.float8Array }
}

extension String: PostgresPlainElement {
    package static var arrayOID: UInt32 { PostgresType.textArray }
}

extension PostgresDate: PostgresPlainElement {
    package static var arrayOID: UInt32 { PostgresType.dateArray }
}

extension PostgresTimestamp: PostgresPlainElement {
    package static var arrayOID: UInt32 { PostgresType.timestamptzArray }
}

extension PostgresJSON: PostgresPlainElement {
    package static var arrayOID: UInt32 { PostgresType.jsonbArray }
}
