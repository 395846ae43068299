internal import Postgres
internal import Store

/// A hand at `psql`.
extension TestDatabase {
    /// Runs statements as one script.
    package func execute(_ script: String) async throws {
        try await store.pool.withConnection { connection in
            do {
                try await connection.execute(script: script)
            } catch {
                try? await connection.execute(script: "ROLLBACK")
                throw error
            }
        }
    }

    /// The rows of a query as text, columns joined by a space, absent ones as a hyphen.
    package func lines(_ sql: String) async throws -> [String] {
        let result = try await store.pool.withConnection { connection in
            try await connection.query(Query(sql: sql).asText())
        }
        return try result.rows.map { row in
            try row.columns.indices.map { try row.decode($0, as: String?.self) ?? "-" }
                .joined(separator: " ")
        }
    }

    /// All that the tables hold, a line each, so that two moments can be compared.
    package func contents() async throws -> [String] {
        let tables = try await lines(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        var contents: [String] = []
        for table in tables {
            contents += try await lines(
                """
                SELECT '\(table)', count(*), md5(coalesce(string_agg(t::text, E'\\n'
                    ORDER BY t::text), '')) FROM \(table) t
                """)
        }
        return contents
    }
}
