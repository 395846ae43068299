import EmbeddedPostgres
import Foundation
import Logging

/// The benchmark's own PostgreSQL: a cluster with the very settings of the daemon's embedded one,
/// which outlives the daemons that are measured on it.
struct Database: Sendable {
    /// Where PostgreSQL's programs are.
    private static let programs = "/usr/lib/postgresql/15/bin"

    let cluster: EmbeddedCluster
    let folder: String
    /// How to reach it, without a database's name.
    let connection: String
    let psql: Tool
    let pgbench: Tool
    /// The folder of the statements of the other side.
    let statements: String

    static func start(in folder: String, statements: String) async throws -> Database {
        var logger = Logger(label: "licentia-bench")
        logger.logLevel = .warning
        let cluster = EmbeddedCluster(folder: folder, logger: logger)
        return Database(
            cluster: cluster, folder: folder, connection: try await cluster.start(),
            psql: Tool(path: "\(programs)/psql", folder: folder),
            pgbench: Tool(path: "\(programs)/pgbench", folder: folder), statements: statements)
    }

    func stop() async { await cluster.stop() }

    /// A libpq string; the last word of a key counts.
    func string(_ name: String, asSuperuser: Bool = false) -> String {
        "\(connection) dbname=\(name)" + (asSuperuser ? " user=postgres" : "")
    }

    /// Runs a file of the statements' folder, or of another where it begins with a slash.
    @discardableResult
    func run(
        _ file: String, in name: String, asSuperuser: Bool = false,
        _ variables: [String: String] = [:]
    ) async throws -> String {
        let path = file.hasPrefix("/") ? file : "\(statements)/\(file)"
        return try await psql.run(
            options(name, asSuperuser, variables) + ["-f", path])
    }

    /// Runs psql with these arguments after the common ones.
    @discardableResult
    func run(
        _ arguments: [String], in name: String, asSuperuser: Bool = false,
        _ variables: [String: String] = [:]
    ) async throws -> String {
        try await psql.run(options(name, asSuperuser, variables) + arguments)
    }

    private func options(
        _ name: String, _ asSuperuser: Bool, _ variables: [String: String]
    ) -> [String] {
        ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
            + variables.sorted { $0.key < $1.key }.flatMap { ["-v", "\($0.key)=\($0.value)"] }
            + ["-d", string(name, asSuperuser: asSuperuser)]
    }

    /// Makes a database as a copy of another, to which nobody may be connected.
    func copy(_ source: String, to name: String) async throws {
        try await drop(name)
        try await run(
            "copy.sql", in: "postgres", asSuperuser: true, ["source": source, "name": name])
    }

    func drop(_ name: String) async throws {
        try await run("drop.sql", in: "postgres", asSuperuser: true, ["name": name])
    }
}
