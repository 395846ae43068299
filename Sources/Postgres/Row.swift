/// One row of a result.
package struct Row: Sendable {
    let storage: RowStorage
    let index: Int

    package var columns: [ResultSet.Column] { storage.columns }

    /// The value of a column, counted from 0.
    ///
    /// Throws `.decoding` for a column that is not there, a type that does not fit, or NULL where
    /// `T` is not optional. Example: `try row.decode(0, as: Int64?.self)`.
    package func decode<T: PostgresDecodable>(
        _ column: Int, as: T.Type = T.self
    ) throws(PostgresError) -> T {
        try T(try cell(column))
    }

    /// The value of the first column of that name.
    package func decode<T: PostgresDecodable>(
        _ name: String, as: T.Type = T.self
    ) throws(PostgresError) -> T {
        guard let column = storage.columns.firstIndex(where: { $0.name == name }) else {
            throw PostgresError(.decoding, "no column \(name)")
        }
        return try T(try cell(column))
    }

    /// The raw value of a column, counted from 0.
    package func cell(_ column: Int) throws(PostgresError) -> PostgresCell {
        guard storage.columns.indices.contains(column) else {
            throw PostgresError(
                .decoding, "no column \(column): the row has \(storage.columns.count)")
        }
        let range = storage.ranges[index * storage.columns.count + column]
        return PostgresCell(
            bytes: range.map { storage.bytes[$0] }, type: storage.columns[column].type,
            isText: storage.columns[column].isText, column: storage.columns[column].name)
    }
}
