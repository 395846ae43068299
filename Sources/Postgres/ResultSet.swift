/// What one statement answered, copied out of libpq.
package struct ResultSet: Sendable {
    package struct Column: Sendable, Hashable {
        package let name: String
        /// The type's number in `pg_type`.
        package let type: UInt32
        package let isText: Bool
    }

    package let columns: [Column]
    package let rows: [Row]
    /// Rows inserted, changed, deleted or read, as the server counts; 0 for other statements.
    package let affected: Int
    /// The server's word for what was done, such as `INSERT 0 1`.
    package let commandTag: String

    /// The first row, for statements that give at most one.
    package var first: Row? { rows.first }
}

/// The bytes of all rows of one result, shared by its rows.
final class RowStorage: Sendable {
    let columns: [ResultSet.Column]
    let bytes: [UInt8]
    /// Where each value lies, row by row; nil for NULL.
    let ranges: [Range<Int>?]

    init(columns: [ResultSet.Column], bytes: [UInt8], ranges: [Range<Int>?]) {
        self.columns = columns
        self.bytes = bytes
        self.ranges = ranges
    }
}
