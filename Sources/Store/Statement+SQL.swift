package import Postgres
package import Schema

extension Query {
    /// A statement of the schema, prepared once a connection.
    package init(_ named: SQL.Named, _ parameters: (any PostgresEncodable)?...) {
        self.init(named, list: parameters)
    }

    /// As above, with the parameters in an array.
    package init(_ named: SQL.Named, list parameters: [(any PostgresEncodable)?]) {
        self.init(Statement(name: named.name, sql: named.text), list: parameters)
    }
}
