import Foundation
import Glibc
import Logging
import Processes
import Testing

@testable import EmbeddedPostgres

/// A state folder as `mktemp -d` makes it (0700), gone with the value.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/licentia-ep-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
        path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var layout: ClusterLayout { ClusterLayout(stateFolder: path) }

    func cluster(_ durability: Durability = .forTestsOnly) -> EmbeddedCluster {
        EmbeddedCluster(folder: path, durability: durability, logger: Logger(label: "test"))
    }

    /// Starts a cluster, gives it to the body, and stops it however the body ends.
    func withCluster(
        _ durability: Durability = .forTestsOnly,
        _ body: (EmbeddedCluster, String) async throws -> Void
    ) async throws {
        let cluster = cluster(durability)
        let database = try await cluster.start()
        do { try await body(cluster, database) } catch {
            await cluster.stop()
            throw error
        }
        await cluster.stop()
    }

    /// What `psql` prints for a statement, run as this process's user.
    func ask(_ database: String, _ statement: String) async throws -> String {
        let output = path + "/psql.out"
        let arguments = ["-X", "-A", "-t", "-q", "-d", database, "-c", statement]
        let status = try await ProgramCall("/usr/bin/psql", arguments, output: output).run()
        let text = try String(contentsOfFile: output, encoding: .utf8)
        return status.isSuccess ? text.trimmingCharacters(in: .newlines) : "failed: \(text)"
    }

    /// Expects what `psql` prints for a statement.
    func expect(
        _ database: String, _ statement: String, is expected: String,
        at location: SourceLocation = #_sourceLocation
    ) async throws {
        let answer = try await ask(database, statement)
        #expect(answer == expected, "\(statement)", sourceLocation: location)
    }

    /// The processes of the cluster that live now.
    func processes() throws -> [Int32] {
        let owner = try ClusterOwner.choose(dataFolder: layout.dataFolder)
        let tag = try ClusterTag(dataFolder: layout.dataFolder)
        return Leftovers(mark: tag.text, userID: owner.user.userID).living
    }
}

/// Some tests are about a daemon that is root, and run only where the tests are.
let isRoot = geteuid() == 0

/// Waits until a condition holds; false after half a minute.
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<600 {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(50))
    }
    return false
}

/// The error that the body throws, or nil.
func failure(_ body: () async throws -> Void) async -> EmbeddedPostgresError? {
    do { try await body() } catch { return error as? EmbeddedPostgresError }
    return nil
}
