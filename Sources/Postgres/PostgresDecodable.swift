/// One value of a row as it came: its bytes and what they are.
package struct PostgresCell: Sendable {
    /// nil is NULL.
    package let bytes: ArraySlice<UInt8>?
    /// The column's type in `pg_type`.
    package let type: UInt32
    /// Text format when the query asked for it, binary otherwise.
    package let isText: Bool
    /// For error messages; the value itself never gets into one.
    package let column: String

    package func failure(_ wanted: String) -> PostgresError {
        var error = PostgresError(
            .decoding, "column \(column) (type \(type)) is not \(wanted)")
        error.column = column
        return error
    }

    /// The bytes of a value that must not be NULL.
    package func required(_ wanted: String) throws(PostgresError) -> ArraySlice<UInt8> {
        guard let bytes else { throw failure("\(wanted): it is NULL") }
        return bytes
    }

    func text(_ wanted: String) throws(PostgresError) -> String {
        guard let text = String(validating: try required(wanted), as: UTF8.self) else {
            throw failure("\(wanted): broken UTF-8")
        }
        return text
    }

    /// A big-endian integer that fills the whole cell.
    func integer<I: FixedWidthInteger>(_ type: I.Type, _ wanted: String) throws(PostgresError) -> I
    {
        let bytes = try required(wanted)
        guard bytes.count == I.bitWidth / 8 else { throw failure(wanted) }
        return bytes.reduce(I.zero) { $0 << 8 | I(truncatingIfNeeded: $1) }
    }
}

/// A value that can be read from a row.
package protocol PostgresDecodable: Sendable {
    init(_ cell: PostgresCell) throws(PostgresError)
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    package init(_ cell: PostgresCell) throws(PostgresError) {
        self = cell.bytes == nil ? nil : try Wrapped(cell)
    }
}
