import Logging
import Postgres
import Store
import TestSupport

/// Databases with the schema, cloned from one that is made once a test process.
actor TestDatabases {
    static let shared = TestDatabases()

    private var template: Task<Void, any Error>?
    private var made = 0

    private static let templateName = "nightly_template"

    /// Makes a database; the server goes with the process, and so does what is on it.
    func make() async throws -> PostgresConfiguration {
        let task = template ?? Task { try await Self.makeTemplate() }
        template = task
        try await task.value
        made += 1
        let name = "nightly_\(made)"
        try await Self.onServer("CREATE DATABASE \(name) TEMPLATE \(Self.templateName)")
        return try await Self.configuration(name)
    }

    private static func makeTemplate() async throws {
        try await onServer("CREATE DATABASE \(templateName)")
        let logger = Logger(label: "licentia.tests.nightly")
        let pool = PostgresPool(
            configuration: try await configuration(templateName), logger: logger)
        try await Migrator(store: Store(pool: pool, logger: logger), logger: logger).run()
        await pool.close()
    }

    private static func onServer(_ sql: String) async throws {
        let connection = try await PostgresConnection.connect(
            PostgresConfiguration(
                connectionString: try await TestCluster.shared.connectionString()),
            logger: Logger(label: "licentia.tests.nightly"))
        try await connection.execute(script: sql)
        await connection.close()
    }

    private static func configuration(_ database: String) async throws -> PostgresConfiguration {
        let server = try await TestCluster.shared.connectionString()
        return PostgresConfiguration(connectionString: "\(server) dbname=\(database)")
    }
}
