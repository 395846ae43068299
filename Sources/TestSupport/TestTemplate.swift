internal import Logging
internal import Postgres
internal import Store

/// The migrated database that every test's is a copy of, made once a process.
actor TestTemplate {
    static let shared = TestTemplate()
    private static let name = "registry_template"

    private var making: Task<Void, any Error>?
    private var made = 0

    /// A new copy; gives its connection string.
    func copy() async throws -> String {
        let task = making ?? Task { try await Self.make() }
        making = task
        try await task.value
        return try await create("TEMPLATE \(Self.name)")
    }

    /// A new database with nothing in it; gives its connection string.
    func empty() async throws -> String {
        try await create("TEMPLATE template0")
    }

    private func create(_ options: String) async throws -> String {
        made += 1
        let name = "test_\(made)"
        try await Self.execute("CREATE DATABASE \(name) \(options)")
        return try await TestCluster.shared.connectionString() + " dbname=\(name)"
    }

    private static func make() async throws {
        try await execute("CREATE DATABASE \(name)")
        let string = try await TestCluster.shared.connectionString()
        let template = TestDatabase(connectionString: string + " dbname=\(name)")
        try await Migrator(store: template.store, logger: .silent).run()
        await template.store.pool.close()
    }

    /// On a connection of its own: a database cannot be copied while anyone is connected to it.
    private static func execute(_ sql: String) async throws {
        let connection = try await PostgresConnection.connect(
            PostgresConfiguration(
                connectionString: try await TestCluster.shared.connectionString()),
            logger: .silent)
        try await connection.execute(script: sql)
        await connection.close()
    }
}
