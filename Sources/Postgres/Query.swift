/// A statement with its parameters, encoded when made.
package struct Query: Sendable {
    package enum ResultFormat: Int32, Sendable { case text = 0, binary = 1 }

    package let sql: String
    /// nil for a query that is not prepared.
    package let name: String?
    let parameters: ParameterBuffer
    /// Binary unless text is asked for, which every type has.
    package var resultFormat: ResultFormat = .binary

    package init(_ statement: Statement, _ parameters: (any PostgresEncodable)?...) {
        self.init(statement, list: parameters)
    }

    package init(sql: String, _ parameters: (any PostgresEncodable)?...) {
        self.init(sql: sql, name: nil, list: parameters)
    }

    /// For parameters that are already in an array.
    package init(_ statement: Statement, list: [(any PostgresEncodable)?]) {
        self.init(sql: statement.sql, name: statement.name, list: list)
    }

    /// For parameters that are already in an array.
    package init(sql: String, list: [(any PostgresEncodable)?]) {
        self.init(sql: sql, name: nil, list: list)
    }

    private init(sql: String, name: String?, list: [(any PostgresEncodable)?]) {
        self.sql = sql
        self.name = name
        var buffer = ParameterBuffer()
        for parameter in list { buffer.add(parameter) }
        parameters = buffer
    }

    /// The same query, asking for its rows as text.
    package func asText() -> Query {
        var copy = self
        copy.resultFormat = .text
        return copy
    }

    /// What libpq or the server could not even take; nil when the query may be sent.
    var refusal: PostgresError? {
        if parameters.types.count > PostgresLimits.parameters {
            return PostgresError(.encoding, "more than \(PostgresLimits.parameters) parameters")
        }
        if sql.utf8.contains(0) {
            return PostgresError(.encoding, "a NUL in the statement")
        }
        let tooLong = parameters.ranges.contains {
            ($0?.count ?? 0) >= PostgresLimits.valueBytes
        }
        return tooLong ? PostgresError(.encoding, "a parameter is too long") : nil
    }
}
