/// SQL with a name, prepared once on each connection that uses it.
///
/// The name is what `pg_prepared_statements` shows. Two statements may share a name; a connection
/// then numbers the second.
package struct Statement: Sendable, Hashable {
    package let name: String
    package let sql: String

    package init(name: String, sql: String) {
        self.name = name
        self.sql = sql
    }
}
