import EmbeddedPostgres
import Logging
import Postgres
import Testing

@testable import Daemon

/// The daemon on a database that is not its own.
extension DaemonProcessTests {
    @Suite struct GivenDatabaseTests {
        private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

        @Test func itWaitsForTheDatabaseAndRefusesANewerOne() async throws {
            try await StateFolderForTests.with { folder in
                try await StateFolderForTests.with { other in
                    let cluster = EmbeddedCluster(folder: other.path, logger: Self.quiet)
                    let database = try await cluster.start()
                    await cluster.stop()

                    let daemon = try DaemonProcess(folder, ["--database", database])
                    try daemon.waitFor("waiting for the database")
                    _ = try await cluster.start()
                    try daemon.waitUntilReady()
                    let client = try TestClient(unix: folder.socket)
                    _ = try client.reply()
                    #expect(try client.ask("organisation add name=A country=IE").last == "OK")
                    try daemon.stop()
                    #expect(daemon.complaints.contains("database=given"))
                    #expect(!daemon.complaints.contains(database))

                    try await Self.execute(
                        "INSERT INTO schema_migration (number, name) VALUES (9999, 'm9999_x')",
                        database)
                    let refused = try DaemonProcess(folder, ["--database", database])
                    #expect(try refused.wait() == 1)
                    #expect(refused.complaints.contains("start the newer licentiad"))
                    await cluster.stop()
                }
            }
        }

        @Test func aSignalWhileItWaitsIsHeard() async throws {
            try await StateFolderForTests.with { folder in
                let daemon = try DaemonProcess(
                    folder, ["--database", "host='\(folder.path)/nowhere' dbname=licentia"])
                try daemon.waitFor("waiting for the database")
                try daemon.stop()
            }
        }

        private static func execute(_ script: String, _ database: String) async throws {
            let pool = PostgresPool(
                configuration: PostgresConfiguration(connectionString: database), limit: 1,
                lanes: 1,
                logger: quiet)
            try await pool.withConnection { try await $0.execute(script: script) }
            await pool.close()
        }
    }
}
